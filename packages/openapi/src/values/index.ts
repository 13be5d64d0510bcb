export { Dice, seeded } from "./dice.ts";
export { Grower } from "./grower.ts";
export { fullest } from "./keyword-values.ts";
export { type KeywordValue, ValueMaker } from "./value-maker.ts";
