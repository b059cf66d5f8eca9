/** What is wrong with an invoice's number; nothing while nothing is typed or all is well. */
export function numberProblem(text: string): string | undefined {
  const number = text.trim();
  if (number === '' || isNumber(number)) return undefined;
  return '发票号码是 8 到 20 位数字，请照着票面填写';
}

export function isNumber(text: string): boolean {
  return /^[0-9]{8,20}$/.test(text.trim());
}
