/** A calm picture in place of what a camera would see; it says that it is none. Sizes in pixels. */
export function drawScene(canvas: HTMLCanvasElement, device: 'back' | 'front'): void {
  const { width, height } = canvas;
  const paint = canvas.getContext('2d');
  if (!paint) return;
  const sky = paint.createLinearGradient(0, 0, 0, height);
  sky.addColorStop(0, '#c9d6df');
  sky.addColorStop(0.62, '#e8e4da');
  sky.addColorStop(0.62, '#b9b3a4');
  sky.addColorStop(1, '#8f897b');
  paint.fillStyle = sky;
  paint.fillRect(0, 0, width, height);
  if (device === 'front') drawPerson(paint, width, height);
  else drawHouses(paint, width, height);
  paint.fillStyle = 'rgb(0 0 0 / 45%)';
  paint.textAlign = 'center';
  paint.font = `${Math.round(width / 24)}px sans-serif`;
  paint.fillText('相机替身拍的照片', width / 2, height * 0.93);
}

function drawHouses(paint: CanvasRenderingContext2D, width: number, height: number): void {
  const ground = height * 0.62;
  const houses = [
    [0.06, 0.22, 0.36, '#8fa1ad'],
    [0.34, 0.18, 0.46, '#a5b3bb'],
    [0.58, 0.3, 0.28, '#7f929e'],
  ] as const;
  for (const [x, w, h, color] of houses) {
    paint.fillStyle = color;
    paint.fillRect(x * width, ground - h * height, w * width, h * height);
    paint.fillStyle = 'rgb(255 255 255 / 45%)';
    for (let row = 0; row < 5; row += 1) {
      for (let column = 0; column < 3; column += 1)
        paint.fillRect(
          (x + w * (0.18 + 0.26 * column)) * width,
          ground - h * height * (0.9 - 0.17 * row),
          w * width * 0.14,
          h * height * 0.08,
        );
    }
  }
}

function drawPerson(paint: CanvasRenderingContext2D, width: number, height: number): void {
  paint.fillStyle = '#6d7f8b';
  paint.beginPath();
  paint.ellipse(width / 2, height * 0.86, width * 0.34, height * 0.28, 0, Math.PI, 0);
  paint.fill();
  paint.fillStyle = '#d8c3b0';
  paint.beginPath();
  paint.arc(width / 2, height * 0.42, width * 0.16, 0, Math.PI * 2);
  paint.fill();
}
