/** Pixels of a card's picture; WeChat shows it five to four. [doc: onShareAppMessage] */
const size = { width: 300, height: 240 };

type Pen = CanvasRenderingContext2D;

/**
 * A picture of the top of a page, as a card shows it when the page gives none: JPEG in a data address. Painted from what is laid
 * out, since a browser gives a page no picture of itself: colours, borders, text and pictures; no gradients, shadows or turns.
 */
export function pagePicture(frame: HTMLElement): string {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, size);
  const pen = canvas.getContext('2d')!;
  const { left, top, width } = frame.getBoundingClientRect();
  const scale = size.width / width;
  pen.fillStyle = backgroundBehind(frame);
  pen.fillRect(0, 0, size.width, size.height);
  pen.scale(scale, scale);
  pen.translate(-left, -top);
  paint(pen, frame, top + size.height / scale);
  return canvas.toDataURL('image/jpeg', 0.85);
}

/** Paints an element and what it holds, down to `bottom` of the screen. */
function paint(pen: Pen, element: Element, bottom: number): void {
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return;
  const box = element.getBoundingClientRect();
  if (box.top >= bottom) return;
  paintBox(pen, style, box);
  if (element instanceof HTMLImageElement || element instanceof HTMLCanvasElement)
    paintPicture(pen, element, style, box);
  const isClipped = style.overflowY !== 'visible' && style.display !== 'inline';
  if (isClipped) {
    pen.save();
    pen.beginPath();
    pen.rect(box.left, box.top, box.width, box.height);
    pen.clip();
  }
  for (const child of drawnChildren(element)) {
    if (child instanceof Element) paint(pen, child, bottom);
    else if (child instanceof Text) paintText(pen, child, style);
  }
  if (isClipped) pen.restore();
}

/** What is laid out below an element: the inside of a built-in, with the template's nodes in their slots. */
function drawnChildren(element: Element): readonly Node[] {
  if (element.shadowRoot) return [...element.shadowRoot.childNodes];
  if (element instanceof HTMLSlotElement) return element.assignedNodes({ flatten: true });
  if (element instanceof HTMLStyleElement) return [];
  return [...element.childNodes];
}

function paintBox(pen: Pen, style: CSSStyleDeclaration, { left, top, width, height }: DOMRect): void {
  if (!isClear(style.backgroundColor)) {
    pen.fillStyle = style.backgroundColor;
    pen.beginPath();
    pen.roundRect(left, top, width, height, Number.parseFloat(style.borderTopLeftRadius) || 0);
    pen.fill();
  }
  const thickness = (side: string) => Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) || 0;
  const line = (side: string, x: number, y: number, across: number, down: number) => {
    pen.fillStyle = style.getPropertyValue(`border-${side}-color`);
    if (across > 0 && down > 0) pen.fillRect(x, y, across, down);
  };
  line('top', left, top, width, thickness('top'));
  line('left', left, top, thickness('left'), height);
  line('bottom', left, top + height - thickness('bottom'), width, thickness('bottom'));
  line('right', left + width - thickness('right'), top, thickness('right'), height);
}

function paintPicture(
  pen: Pen,
  picture: HTMLImageElement | HTMLCanvasElement,
  style: CSSStyleDeclaration,
  { left, top, width, height }: DOMRect,
): void {
  const isImage = picture instanceof HTMLImageElement;
  const [across, down] = isImage
    ? [picture.naturalWidth, picture.naturalHeight]
    : [picture.width, picture.height];
  // A picture from elsewhere would make the whole unreadable.
  const isOwn = !isImage || new URL(picture.src || 'data:,', location.href).origin === location.origin;
  if (across === 0 || down === 0 || !(isOwn || /^(?:data|blob):/.test((picture as HTMLImageElement).src)))
    return;
  const fitted =
    style.objectFit === 'cover' ? Math.max : style.objectFit === 'contain' ? Math.min : undefined;
  const by = fitted?.(width / across, height / down);
  const [drawnWidth, drawnHeight] = by ? [across * by, down * by] : [width, height];
  pen.save();
  pen.beginPath();
  pen.rect(left, top, width, height);
  pen.clip();
  pen.drawImage(
    picture,
    left + (width - drawnWidth) / 2,
    top + (height - drawnHeight) / 2,
    drawnWidth,
    drawnHeight,
  );
  pen.restore();
}

/** Line by line, each where the browser put it. */
function paintText(pen: Pen, text: Text, style: CSSStyleDeclaration): void {
  if (text.data.trim() === '') return;
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  pen.fillStyle = style.color;
  pen.textBaseline = 'middle';
  const range = document.createRange();
  let line = { text: '', left: 0, middle: Number.NaN };
  const flush = () => pen.fillText(line.text, line.left, line.middle);
  for (let at = 0; at < text.length; at += 1) {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const { left, top, height, width } = range.getBoundingClientRect();
    if (width === 0) continue;
    const middle = top + height / 2;
    if (middle !== line.middle) {
      if (line.text) flush();
      line = { text: '', left, middle };
    }
    line.text += text.data[at]!;
  }
  if (line.text) flush();
}

function backgroundBehind(frame: HTMLElement): string {
  for (let at: HTMLElement | null = frame; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!isClear(backgroundColor)) return backgroundColor;
  }
  return '#ffffff';
}

function isClear(colour: string): boolean {
  return colour === 'transparent' || /,\s*0\)$/.test(colour);
}
