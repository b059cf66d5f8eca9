import { useRouter } from '../services/lifecycle';

/** What the page was opened with, decoded; from a printed code (`scene`) too. */
export function useParameters(): Readonly<Record<string, string | undefined>> {
  const { params } = useRouter();
  return decoded(params as Readonly<Record<string, string | undefined>>);
}

/** WeChat hands parameters on as they stand in the address; `scene` of a printed code is `a=1&b=2`, encoded once more. */
export function decoded(
  params: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string | undefined>> {
  const plain = Object.entries(params).map(([name, value]) => [name, value && plainText(value)] as const);
  const { scene, ...named } = Object.fromEntries(plain);
  if (!scene?.includes('=')) return Object.fromEntries(plain);
  const printed = scene.split('&').map((part) => part.split('=', 2) as [string, string]);
  return { ...Object.fromEntries(printed), ...named };
}

function plainText(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
