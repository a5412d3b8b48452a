declare module 'natural/lib/natural/stemmers/index.js' {
  const stemmers: { PorterStemmer: { stem(word: string): string } };
  export default stemmers;
}

declare module 'natural/lib/natural/classifiers/index.js' {
  const classifiers: {
    BayesClassifier: new () => { addDocument(text: string, label: string): void; train(): void; classify(text: string): string };
  };
  export default classifiers;
}
