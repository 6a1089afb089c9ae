/** Bundles one command: ours inside, dependencies from node_modules. The path of the file to run. */
export function buildCommand(command: string): Promise<string>;
