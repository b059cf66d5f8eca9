/** Law 10: masked by default. 张三丰 → 张**; a compound surname shows its first character only. */
export function maskedName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + '*'.repeat(Math.min(Math.max(rest.length, 1), 2));
}

/** 13812345678 → 138****5678; anything shorter shows its last two digits. */
export function maskedPhone(phone: string): string {
  return phone.length >= 11 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`;
}
