import { elementAround, fire } from './dispatch';

const types = ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const;

/** Ends of transitions and animations reach the mini-program's handlers; they bubble. [doc] */
export function forwardAnimations(root: HTMLElement): void {
  for (const type of types) {
    root.addEventListener(type, (event) => {
      const element = elementAround(event.target as Node);
      if (element) fire(element, type, {}, true);
    });
  }
}
