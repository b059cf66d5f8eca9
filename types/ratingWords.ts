/** What a rating may say by tapping (B6), after many stars and after few: nobody's own words, so nobody waits for WeChat to read them. */
export const ratingWordsOf = {
  work: {
    good: ['来得准时', '讲得清楚', '收拾干净', '态度好', '一次修好', '收费明白'],
    poor: ['来得太晚', '没讲清楚', '没收拾', '态度不好', '没修好', '收费不明'],
  },
  answer: {
    good: ['回复及时', '讲得清楚', '解决了问题', '态度好'],
    poor: ['回复太慢', '没讲清楚', '没解决', '态度不好'],
  },
} as const;

const offered = Object.values(ratingWordsOf).flatMap(({ good, poor }) => [...good, ...poor]);
/** All of them, each once. */
export const ratingWords: readonly string[] = [...new Set<string>(offered)];
