export { ChooseSessionPage } from "./choose-session.tsx";
export { SetUpPage } from "./page.tsx";
export { BY_LETTER, openFrom, proposedSetUp, setUpChoices, tryFrom } from "./read.ts";
