/** Words that say nothing of what is looked for. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  (
    "a an and any are as at be but by can could did do does doesn't don't for from get got had has have how i i'm if in into " +
    "is isn't it it's its just let may me might my need needs of on or our shall should so that the their them then there " +
    "these they this to up us use used using want was we what what's when where which who why will with would you your am"
  ).split(" "),
);
