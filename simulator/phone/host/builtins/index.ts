import { builtinTags } from '../../artefact/builtins';
import { BuiltinElement } from './element';
import { UnsupportedElement } from './unsupported';

const plain = ['view', 'text', 'cover-view', 'root-portal', 'span'];

/** Makes every tag of WeChat known to the browser; those not built yet say so in their place. */
export function defineBuiltins(): void {
  for (const tag of builtinTags) {
    if (customElements.get(`wx-${tag}`)) continue;
    const Base = plain.includes(tag) ? BuiltinElement : UnsupportedElement;
    customElements.define(`wx-${tag}`, class extends Base {});
  }
}
