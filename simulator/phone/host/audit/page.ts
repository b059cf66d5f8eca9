import { blend, type Color, contrast, parseColor } from './contrast';

/** Pixels a thing to tap should measure at least, each way. [doc: 体验评分, 可点击元素宽高不小于 20px] */
const smallestTarget = 20;
const tappable = 'wx-button,wx-navigator,wx-switch,wx-checkbox,wx-radio,wx-input,wx-textarea,wx-picker';
const white: Color = [255, 255, 255, 1];

export interface Finding {
  readonly kind: 'target' | 'contrast';
  readonly element: string;
  readonly detail: string;
}

/** Things too small to tap and texts too faint to read, of what is seen of a page. */
export function auditPage(page: HTMLElement): Finding[] {
  return [...page.querySelectorAll<HTMLElement>(tappable)].flatMap(tooSmall).concat(faintTexts(page));
}

function tooSmall(element: HTMLElement): Finding[] {
  // Its size without transformations: in the middle of an animation it counts as what it will be.
  const { offsetWidth: width, offsetHeight: height } = element;
  const isSeen = width > 0 && height > 0;
  if (!isSeen || (width >= smallestTarget && height >= smallestTarget)) return [];
  return [{ kind: 'target', element: nameOf(element), detail: `${width} × ${height} px` }];
}

function faintTexts(page: HTMLElement): Finding[] {
  const walker = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
  const seen = new Set<HTMLElement>();
  const findings: Finding[] = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!element || seen.has(element) || !node.textContent?.trim()) continue;
    seen.add(element);
    const ratio = contrastOf(element);
    if (ratio === undefined || ratio >= neededContrast(element)) continue;
    findings.push({ kind: 'contrast', element: nameOf(element), detail: ratio.toFixed(2) });
  }
  return findings;
}

/** 4.5, or 3 for large text. [doc: WCAG 2.1 AA] */
function neededContrast(element: HTMLElement): number {
  const { fontSize, fontWeight } = getComputedStyle(element);
  const size = Number.parseFloat(fontSize);
  return size >= 24 || (size >= 18.5 && Number(fontWeight) >= 700) ? 3 : 4.5;
}

// Text on a picture cannot be judged from its colours.
function contrastOf(element: HTMLElement): number | undefined {
  const { width, height } = element.getBoundingClientRect();
  const color = parseColor(getComputedStyle(element).color);
  const ground = groundOf(element);
  return width > 0 && height > 0 && color && ground ? contrast(blend(color, ground), ground) : undefined;
}

function groundOf(element: HTMLElement): Color | undefined {
  const layers: Color[] = [];
  for (let at: HTMLElement | null = element; at; at = at.parentElement) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== 'none') return undefined;
    const color = parseColor(backgroundColor);
    if (color && color[3] > 0) layers.push(color);
    if (color?.[3] === 1) break;
  }
  return layers.reduceRight<Color>((below, above) => blend(above, below), white);
}

function nameOf(element: Element): string {
  const classes = [...element.classList].map((name) => `.${name}`).join('');
  return `${element.localName.replace(/^wx-/, '')}${classes}`;
}
