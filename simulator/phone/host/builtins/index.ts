import { builtinTags } from '../../artefact/builtins';
import { ButtonElement } from './button';
import { CheckboxElement, CheckboxGroupElement, RadioElement, RadioGroupElement } from './choice';
import { BuiltinElement } from './element';
import { FormElement } from './form';
import { HoverElement } from './hover';
import { IconElement } from './icon';
import { ImageElement } from './image';
import { InputElement } from './input';
import { LabelElement } from './label';
import { NavigatorElement } from './navigator';
import { PickerElement } from './picker';
import { PickerViewColumnElement, PickerViewElement } from './pickerView';
import { ProgressElement } from './progress';
import { RichTextElement } from './richText';
import { ScrollViewElement } from './scrollView';
import { SliderElement } from './slider';
import { SwiperElement, SwiperItemElement } from './swiper';
import { SwitchElement } from './switch';
import { TextElement } from './text';
import { TextareaElement } from './textarea';
import { UnsupportedElement } from './unsupported';

type Tag = (typeof builtinTags)[number];

const built: Partial<Record<Tag, CustomElementConstructor>> = {
  view: HoverElement,
  text: TextElement,
  image: ImageElement,
  button: ButtonElement,
  input: InputElement,
  textarea: TextareaElement,
  'scroll-view': ScrollViewElement,
  swiper: SwiperElement,
  'swiper-item': SwiperItemElement,
  picker: PickerElement,
  'picker-view': PickerViewElement,
  'picker-view-column': PickerViewColumnElement,
  switch: SwitchElement,
  checkbox: CheckboxElement,
  'checkbox-group': CheckboxGroupElement,
  radio: RadioElement,
  'radio-group': RadioGroupElement,
  form: FormElement,
  label: LabelElement,
  slider: SliderElement,
  progress: ProgressElement,
  icon: IconElement,
  navigator: NavigatorElement,
  'rich-text': RichTextElement,
  'cover-view': HoverElement,
  'cover-image': ImageElement,
  'root-portal': BuiltinElement,
  span: BuiltinElement,
};

/** Makes every tag of WeChat known to the browser; those not built yet say so in their place. */
export function defineBuiltins(): void {
  for (const tag of builtinTags) {
    const Base = built[tag] ?? UnsupportedElement;
    customElements.define(`wx-${tag}`, class extends Base {});
  }
}
