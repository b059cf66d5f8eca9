import { type Bubble, type Marker, pixels } from './attributes';
import { bearing, type Place, type Size, toPoint, type View } from './mercator';

/** The standard pin, where a marker names no picture: its point stands on the place. */
const pin = `<svg width="24" height="34" viewBox="0 0 24 34"><path d="M12 1C6 1 1.5 5.6 1.5 11.4 1.5 19 12 33 12 33s10.5-14 10.5-21.6C22.5 5.6 18 1 12 1z" fill="#e64340" stroke="#fff" stroke-width="1.5"/><circle cx="12" cy="11.5" r="4" fill="#fff"/></svg>`;

/** What a tap may hit, by WeChat's names of the events. */
export type MarkerPart = 'markertap' | 'callouttap' | 'labeltap';

interface Drawn {
  readonly marker: Marker;
  readonly node: HTMLElement;
  readonly icon: HTMLElement;
  readonly custom: HTMLElement | undefined;
  /** Differs from the marker's own while and after `translateMarker`. */
  place: Place;
  rotation: number;
  opened: boolean;
}

export interface MarkerMove {
  readonly destination: Place;
  /** Degrees to turn by, where the move does not turn the marker by itself. */
  readonly rotate: number;
  readonly autoRotate: boolean;
  /** Milliseconds. */
  readonly duration: number;
}

/** The markers of a map with their callouts and labels: nodes above the drawing, moved with the view. */
export class Markers {
  private drawn: Drawn[] = [];

  constructor(
    private readonly layer: HTMLElement,
    /** Where the browser finds the picture a marker names. */
    private readonly picture: (path: string) => Promise<string>,
    /** What the mini-program put into `<cover-view slot="callout">` for a marker. */
    private readonly customCallout: (id: number) => HTMLElement | undefined,
  ) {}

  set(markers: readonly Marker[]): void {
    this.drawn = markers.map((marker) => this.build(marker));
    this.layer.replaceChildren(...this.drawn.map(({ node }) => node));
  }

  place(view: View, size: Size): void {
    for (const { node, icon, place, rotation, custom, marker, opened } of this.drawn) {
      const { x, y } = toPoint(place, view, size);
      node.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
      icon.style.rotate = `${rotation}deg`;
      if (!custom) continue;
      const { display = 'BYCLICK', anchorX, anchorY } = marker.customCallout ?? {};
      const iconHeight = icon.offsetHeight * (marker.anchor?.y ?? 1);
      custom.style.cssText += `;position:absolute;left:0;top:0;display:${display === 'ALWAYS' || opened ? 'block' : 'none'}`;
      custom.style.transform = `translate(calc(${x + pixels(anchorX, 0)}px - 50%), calc(${y - iconHeight + pixels(anchorY, 0)}px - 100%))`;
    }
  }

  /** Opens the callout of a marker that was tapped and shuts the others; those shown ALWAYS stay. */
  open(id: number | undefined): void {
    for (const one of this.drawn) {
      one.opened = id !== undefined && one.marker.id === id;
      one.node.classList.toggle('is-open', one.opened);
    }
  }

  find(id: number): { readonly place: Place } | undefined {
    return this.drawn.find(({ marker }) => marker.id === id);
  }

  /** Moves a marker; `step` is called after each move, at the end as well. */
  move(id: number, move: MarkerMove, step: () => void): Promise<void> {
    const one = this.drawn.find(({ marker }) => marker.id === id)!;
    const from = { ...one.place };
    const turnFrom = one.rotation;
    if (move.autoRotate) one.rotation = bearing(from, move.destination);
    const started = performance.now();
    return new Promise((resolve) => {
      const timer = setInterval(() => {
        const part = Math.min(1, (performance.now() - started) / Math.max(1, move.duration));
        one.place = {
          latitude: from.latitude + (move.destination.latitude - from.latitude) * part,
          longitude: from.longitude + (move.destination.longitude - from.longitude) * part,
        };
        if (!move.autoRotate) one.rotation = turnFrom + move.rotate * part;
        step();
        if (part < 1) return;
        clearInterval(timer);
        resolve();
      }, 16);
    });
  }

  private build(marker: Marker): Drawn {
    const node = document.createElement('div');
    node.className = 'marker';
    node.style.zIndex = String(marker.zIndex ?? 0);
    const icon = this.icon(marker);
    node.append(icon);
    if (marker.label?.content) node.append(this.label(marker));
    const custom =
      marker.customCallout && marker.id !== undefined ? this.customCallout(marker.id) : undefined;
    if (!custom && (marker.callout ? marker.callout.content : marker.title))
      node.append(this.callout(marker));
    return { marker, node, icon, custom, place: marker, rotation: marker.rotate ?? 0, opened: false };
  }

  private icon(marker: Marker): HTMLElement {
    const icon = this.part(marker, 'markertap', 'icon');
    const { x = 0.5, y = 1 } = marker.anchor ?? {};
    icon.style.translate = `${-x * 100}% ${-y * 100}%`;
    icon.style.transformOrigin = `${x * 100}% ${y * 100}%`;
    icon.style.opacity = String(marker.alpha ?? 1);
    if (marker.ariaLabel) icon.setAttribute('aria-label', marker.ariaLabel);
    if (!marker.iconPath) icon.innerHTML = pin;
    else {
      const picture = document.createElement('img');
      picture.draggable = false;
      if (marker.width !== undefined) picture.style.width = `${pixels(marker.width, 0)}px`;
      if (marker.height !== undefined) picture.style.height = `${pixels(marker.height, 0)}px`;
      void this.picture(marker.iconPath).then((url) => {
        picture.src = url;
      });
      icon.append(picture);
    }
    return icon;
  }

  private callout(marker: Marker): HTMLElement {
    const { callout = titleBubble(marker.title) } = marker;
    const bubble = this.part(marker, 'callouttap', 'callout');
    bubble.classList.toggle('is-always', marker.callout?.display === 'ALWAYS');
    dress(bubble, callout, '#ffffff');
    // It stands on the top of the icon, whose height is known once the picture is.
    const above = marker.iconPath ? pixels(marker.height, 34) : 34;
    const lift = above * (marker.anchor?.y ?? 1) + 4;
    bubble.style.translate = `calc(-50% + ${pixels(callout.anchorX, 0)}px) calc(-100% - ${lift}px + ${pixels(callout.anchorY, 0)}px)`;
    return bubble;
  }

  private label(marker: Marker): HTMLElement {
    const { label = {} } = marker;
    const text = this.part(marker, 'labeltap', 'label');
    dress(text, label, 'transparent');
    text.style.left = `${pixels(label.anchorX ?? label.x, 0)}px`;
    text.style.top = `${pixels(label.anchorY ?? label.y, 0)}px`;
    return text;
  }

  private part(marker: Marker, event: MarkerPart, className: string): HTMLElement {
    const part = document.createElement('div');
    part.className = className;
    part.dataset.event = event;
    part.dataset.marker = String(marker.id ?? '');
    return part;
  }
}

/** A title alone is shown in a bubble of WeChat's own look. [guess: the measures] */
function titleBubble(content = ''): Bubble {
  return { content, padding: 6, borderRadius: 4, color: '#333333' };
}

function dress(node: HTMLElement, bubble: Bubble, background: string): void {
  node.textContent = bubble.content ?? '';
  Object.assign(node.style, {
    color: bubble.color ?? '#000000',
    fontSize: `${pixels(bubble.fontSize, 12)}px`,
    borderRadius: `${pixels(bubble.borderRadius, 0)}px`,
    border: `${pixels(bubble.borderWidth, 0)}px solid ${bubble.borderColor ?? 'transparent'}`,
    background: bubble.bgColor ?? background,
    padding: `${pixels(bubble.padding, 0)}px`,
    textAlign: bubble.textAlign ?? 'center',
  });
}
