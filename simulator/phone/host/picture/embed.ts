/** Addresses in a text of CSS. */
const addresses = /url\("([^"]+)"\)/g;

/** Gives pictures and fonts as data: a picture of a page can load nothing. What cannot be had is left out. */
export class Embedded {
  private readonly known = new Map<string, Promise<string>>();

  /** The content at an address as a data address; empty when there is none. */
  data(url: string): Promise<string> {
    if (url.startsWith('data:')) return Promise.resolve(url);
    const known = this.known.get(url) ?? read(url).catch(() => '');
    this.known.set(url, known);
    return known;
  }

  /** A text of CSS with data in place of its addresses. */
  async css(text: string): Promise<string> {
    const found = [...text.matchAll(addresses)].map(([, url = '']) => url);
    const contents = new Map(
      await Promise.all(found.map(async (url) => [url, await this.data(url)] as const)),
    );
    return text.replace(addresses, (_all, url: string) => `url("${contents.get(url)}")`);
  }

  /** Fonts that the mini-program brought along. */
  async fonts(): Promise<string> {
    const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
    const faces = rules.filter((rule) => rule instanceof CSSFontFaceRule);
    return (await Promise.all(faces.map((rule) => this.css(rule.cssText)))).join('\n');
  }
}

async function read(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) return '';
  const content = await response.blob();
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.readAsDataURL(content);
  });
}
