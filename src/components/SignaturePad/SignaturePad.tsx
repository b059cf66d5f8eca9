import { Canvas, View } from '@tarojs/components';
import type { SignatureHook } from '../../hooks/useSignature';

/** A place to sign with the finger; above it stands what is signed (design: one sentence with what and how much). */
export function SignaturePad({ signature }: { readonly signature: SignatureHook }) {
  const { id, isEmpty, begin, line } = signature;
  return (
    <View className="signature">
      <Canvas
        id={id}
        canvasId={id}
        type="2d"
        disableScroll
        className="signature__canvas"
        onTouchStart={({ touches: [touch] }) => touch && begin(touch.x, touch.y)}
        onTouchMove={({ touches: [touch] }) => touch && line(touch.x, touch.y)}
      />
      {isEmpty && <View className="signature__hint">请在框里签名</View>}
      <View className="signature__line" ariaHidden />
    </View>
  );
}
