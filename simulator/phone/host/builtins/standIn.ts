import { DrawnElement } from './shadow';

/** The look all stand-ins share: a calm grey box that says what WeChat would show there. */
export const standInStyle = `
.stand-in { display: flex; flex-direction: column; align-items: center; justify-content: center; gap: 4px; width: 100%; height: 100%; box-sizing: border-box; padding: 8px; background: #eceef0; box-shadow: inset 0 0 0 1px #dfe3e7; color: #6b7280; font-size: 13px; line-height: 1.5; text-align: center; overflow: hidden; }
.stand-in small { font-size: 11px; color: #9ca3af; overflow-wrap: anywhere; }`;

/** A built-in that belongs to WeChat's own services: in its place stands what it is and that it is not shown here. */
export function standIn(what: string, size: string): CustomElementConstructor {
  return class extends DrawnElement {
    constructor() {
      super(
        `:host { display: block; ${size} } ${standInStyle}`,
        `<div class="stand-in">${what}<small>模拟器不显示</small></div><slot></slot>`,
      );
    }
  };
}
