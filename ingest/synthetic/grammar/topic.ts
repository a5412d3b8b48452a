/** One thing that people write about, in three moods. Templates begin in lower case and carry no final full stop. */
export interface Topic {
  id: string;
  /** Ids of the themes that a reader would give it. */
  themes: readonly string[];
  /** Relative volume in social posts and in feedback (reviews and surveys). */
  weight: { post: number; feedback: number };
  /** Relative shares of moods. */
  moods: { negative: number; positive: number; neutral: number };
  negative: readonly string[];
  positive: readonly string[];
  neutral: readonly string[];
  hashtags: readonly string[];
  /** It happens in a town (a surgery, a dentist), not at a hospital. */
  isLocal?: boolean;
}

export type Mood = 'negative' | 'positive' | 'neutral';
