import { builtinTags } from '../../artefact/builtins';
import { ButtonElement } from './button';
import { CanvasElement } from './canvas/canvasElement';
import { CheckboxElement, CheckboxGroupElement, RadioElement, RadioGroupElement } from './choice';
import { BuiltinElement } from './element';
import { FormElement } from './form';
import { HoverElement } from './hover';
import { IconElement } from './icon';
import { ImageElement } from './image';
import { InputElement } from './input';
import { LabelElement } from './label';
import { MapElement } from './map/mapElement';
import { AudioElement } from './media/audioElement';
import { CameraElement } from './media/cameraElement';
import { LivePlayerElement } from './media/livePlayerElement';
import { VideoElement } from './media/videoElement';
import { MovableAreaElement, MovableViewElement } from './movable/movableElements';
import { NavigatorElement } from './navigator';
import { MatchMediaElement } from './pageLook/matchMedia';
import { PageContainerElement } from './pageLook/pageContainer';
import { NavigationBarElement, PageMetaElement } from './pageLook/pageMeta';
import { PickerElement } from './picker';
import { PickerViewColumnElement, PickerViewElement } from './pickerView';
import { ProgressElement } from './progress';
import { RichTextElement } from './richText';
import { ScrollViewElement } from './scrollView';
import { SliderElement } from './slider';
import { standIn } from './standIn';
import { SwiperElement, SwiperItemElement } from './swiper';
import { SwitchElement } from './switch';
import { TextElement } from './text';
import { TextareaElement } from './textarea';
import { UnsupportedElement } from './unsupported';
import { WebViewElement } from './webView';

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
  map: MapElement,
  canvas: CanvasElement,
  camera: CameraElement,
  video: VideoElement,
  audio: AudioElement,
  'live-player': LivePlayerElement,
  'movable-area': MovableAreaElement,
  'movable-view': MovableViewElement,
  'web-view': WebViewElement,
  'page-meta': PageMetaElement,
  'navigation-bar': NavigationBarElement,
  'match-media': MatchMediaElement,
  'page-container': PageContainerElement,
  ad: standIn('广告', 'height: 90px;'),
  'ad-custom': standIn('模板广告', 'height: 90px;'),
  'official-account': standIn('公众号关注组件', 'height: 84px;'),
  'open-data': standIn('开放数据', 'display: inline-block; min-width: 96px; height: 40px;'),
};

/** Makes every tag of WeChat known to the browser; those not built yet say so in their place. */
export function defineBuiltins(): void {
  for (const tag of builtinTags) {
    const Base = built[tag] ?? UnsupportedElement;
    customElements.define(`wx-${tag}`, class extends Base {});
  }
}
