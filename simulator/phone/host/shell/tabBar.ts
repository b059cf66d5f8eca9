import type { TabBarConfig } from '../../artefact/appConfig';
import { theme } from '../system/theme';

interface ItemState {
  badge?: string | undefined;
  dot?: boolean;
  text?: string;
  iconPath?: string;
  selectedIconPath?: string;
}

export type TabBarStyle = Partial<
  Pick<TabBarConfig, 'color' | 'selectedColor' | 'backgroundColor' | 'borderStyle'>
>;

/** The native tab bar: its items, badges and dots. */
export class TabBar {
  readonly element = document.createElement('nav');
  private readonly states: ItemState[];
  private changed: TabBarStyle = {};
  private selected = '';
  private isHidden = false;

  constructor(
    private readonly declared: TabBarConfig | undefined,
    private readonly tapped: (item: TabBarConfig['list'][number], index: number) => void,
  ) {
    this.states = (declared?.list ?? []).map(() => ({}));
    this.element.className = 'tab-bar';
    this.element.hidden = true;
    document.body.append(this.element);
  }

  get size(): number {
    return this.states.length;
  }

  /** Shows the bar for a page, or takes it away when the page is no tab. */
  present(path: string): void {
    this.selected = path;
    this.draw();
  }

  change(index: number, state: ItemState): void {
    Object.assign(this.states[index]!, state);
    this.draw();
  }

  dress(style: TabBarStyle): void {
    this.changed = { ...this.changed, ...style };
    this.draw();
  }

  setHidden(hidden: boolean): void {
    this.isHidden = hidden;
    this.draw();
  }

  private draw(): void {
    const config = theme.resolved(this.declared);
    const isTab = config?.list.some((item) => item.pagePath === this.selected) ?? false;
    const isSeen = isTab && !this.isHidden && config?.custom !== true;
    this.element.hidden = !isSeen;
    document.documentElement.style.setProperty('--page-bottom', isSeen ? 'var(--tab-bar-height)' : '0px');
    if (!isSeen || !config) return;
    const style: TabBarStyle = { ...config, ...this.changed };
    this.element.style.background = style.backgroundColor ?? '#ffffff';
    this.element.classList.toggle('is-white', style.borderStyle === 'white');
    this.element.replaceChildren(...config.list.map((item, index) => this.item(item, index, style)));
  }

  private item(item: TabBarConfig['list'][number], index: number, style: TabBarStyle): HTMLElement {
    const state = this.states[index]!;
    const isSelected = item.pagePath === this.selected;
    const button = document.createElement('button');
    button.className = 'tab-item';
    button.style.color =
      (isSelected ? style.selectedColor : style.color) ?? (isSelected ? '#1aad19' : '#999999');
    const icon = isSelected
      ? (state.selectedIconPath ?? item.selectedIconPath)
      : (state.iconPath ?? item.iconPath);
    if (icon) {
      const image = document.createElement('img');
      image.src = icon.startsWith('data:') ? icon : `/${icon.replace(/^\//, '')}`;
      image.alt = '';
      button.append(image);
    }
    const text = document.createElement('span');
    text.textContent = state.text ?? item.text;
    button.append(text);
    if (state.badge !== undefined || state.dot) button.append(mark(state));
    button.addEventListener('click', () => this.tapped({ ...item, text: state.text ?? item.text }, index));
    return button;
  }
}

function mark({ badge }: ItemState): HTMLElement {
  const element = document.createElement('i');
  element.className = badge === undefined ? 'tab-dot' : 'tab-badge';
  // WeChat shows four characters at most and an ellipsis for the rest. [doc]
  if (badge !== undefined) element.textContent = [...badge].length > 4 ? '…' : badge;
  return element;
}
