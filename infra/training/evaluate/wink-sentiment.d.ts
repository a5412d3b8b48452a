declare module 'wink-sentiment' {
  /** Trap: for a word that is a property of Object ("constructor") `score` is a string or NaN. */
  function analyzeSentimentOfText(text: string): {
    score: number;
    normalizedScore: number;
    tokenizedPhrase: { value: string; tag: string; score?: number; negation?: true }[];
  };
  export default analyzeSentimentOfText;
}
