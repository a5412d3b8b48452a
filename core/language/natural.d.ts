declare module 'natural/lib/natural/stemmers/index.js' {
  const stemmers: { PorterStemmer: { stem(word: string): string } };
  export default stemmers;
}
