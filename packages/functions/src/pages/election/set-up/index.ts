export { choicesFor, typedAgain } from "./again.ts";
export { ChooseSessionPage } from "./choose-session.tsx";
export { SetUpPage } from "./page.tsx";
export { BY_LETTER, openFrom, proposedSetUp, tryFrom } from "./read.ts";
