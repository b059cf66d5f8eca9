/** What a rating may say by tapping (B6): nobody's own words, so nobody waits for WeChat to read them. */
export const ratingWords = [
  ...['来得准时', '讲得清楚', '收拾干净', '态度好', '一次修好', '收费明白'],
  ...['来得太晚', '没讲清楚', '没收拾', '态度不好', '没修好', '收费不明'],
  ...['回复及时', '解决了问题', '回复太慢', '没解决'],
] as const;
