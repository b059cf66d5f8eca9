import { createElement, type ReactNode } from 'react';

interface Props {
  readonly children?: ReactNode;
  readonly className?: string;
  readonly id?: string;
  readonly value?: string;
  readonly disabled?: boolean;
  readonly openType?: string;
  readonly ariaLabel?: string;
  readonly ariaRole?: string;
  readonly ariaHidden?: boolean;
}

/** In unit tests a component of WeChat is an element with what a reader can see or hear of it. */
function piece(name: string) {
  return ({ children, className, id, value, disabled, openType, ariaLabel, ariaRole, ariaHidden }: Props) =>
    createElement(
      'div',
      {
        className,
        id,
        'data-piece': name,
        'data-value': value,
        'data-disabled': disabled || undefined,
        'data-opens': openType,
        'aria-label': ariaLabel,
        'aria-hidden': ariaHidden,
        role: ariaRole,
      },
      children,
    );
}

export const View = piece('view');
export const Text = piece('text');
export const Image = piece('image');
export const Button = piece('button');
export const Input = piece('input');
export const Textarea = piece('textarea');
export const ScrollView = piece('scroll-view');
export const Switch = piece('switch');
export const Canvas = piece('canvas');
export const Picker = piece('picker');
