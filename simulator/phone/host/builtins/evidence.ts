import type { Evidence } from '../../../cloud/core/evidence';

/** What maps, canvases, cameras, films, movable views, page looks and observers claim of WeChat, and why we believe it. */
export const evidence: Evidence[] = [
  {
    behaviour:
      'a map tells regionchange twice, with begin and end as the type of the event, and what caused it',
    kind: 'document',
    source: 'developers.weixin.qq.com: map; Taro issue 5766',
  },
  {
    behaviour:
      'a tap on a map carries its place; taps on markers, callouts, labels and lines are events of their own',
    kind: 'document',
    source: 'map',
  },
  { behaviour: 'only coordinates that are set anew move a map', kind: 'guess', source: 'as setData works' },
  {
    behaviour: 'scales of a map count as those of other web maps: 256 pixels around the world at 0',
    kind: 'guess',
    source: 'tiles of Tencent maps',
  },
  { behaviour: '40 pixels stay free around include-points', kind: 'guess', source: 'no document' },
  {
    behaviour: 'contexts are found by id in the page or component they are made for, as selector queries do',
    kind: 'document',
    source: 'wx.createMapContext, wx.createVideoContext',
  },
  {
    behaviour: 'a canvas of type 2d comes from a selector query; its touches carry x and y within it',
    kind: 'document',
    source: 'canvas, CanvasTouch',
  },
  {
    behaviour:
      'canvasToTempFilePath multiplies both sides by the density of the screen unless told otherwise',
    kind: 'document',
    source: 'wx.canvasToTempFilePath',
  },
  {
    behaviour: 'timeupdate of a film comes every 250 ms',
    kind: 'document',
    source: 'video',
  },
  {
    behaviour: 'a film that names no duration lasts ten seconds',
    kind: 'guess',
    source: 'a stand-in plays no file',
  },
  {
    behaviour: 'a refused camera tells binderror insertCamera:fail auth deny',
    kind: 'measured',
    source: 'reported by many in the WeChat community; not compared with a device here',
  },
  {
    behaviour: 'only a direct child of a movable-area moves; the smaller stays inside of the larger',
    kind: 'document',
    source: 'movable-view',
  },
  {
    behaviour: 'how a movable view lags beyond its bounds, how far a thrown one goes, how long it takes home',
    kind: 'guess',
    source: 'felt, not measured',
  },
  {
    behaviour: 'an intersection is looked for every 50 ms, and boxes in between hide what they cut off',
    kind: 'guess',
    source: "glass-easel uses the browser's observer, which cuts likewise",
  },
  {
    behaviour: 'a lazy image is loaded when it is no more than three screens away',
    kind: 'document',
    source: 'image lazy-load',
  },
  {
    behaviour: 'inside of a scroll-view a lazy image waits until it comes into the box',
    kind: 'guess',
    source: 'no document',
  },
  {
    behaviour: 'hover-stop-propagation keeps the elements around as they are',
    kind: 'document',
    source: 'view',
  },
  {
    behaviour:
      'a region picker gives names of province, city and district and their codes; custom-item stands first in each column',
    kind: 'document',
    source: 'picker mode=region',
  },
  {
    behaviour:
      'the places of a region picker are those of the Ministry of Civil Affairs, with what they are called where no city stands between (省直辖县)',
    kind: 'guess',
    source: "@vant/area-data, not WeChat's own list; postcode is not told, level=sub-district has no streets",
  },
  { behaviour: 'custom-item has no code', kind: 'guess', source: 'no document' },
  { behaviour: 'aria-role becomes role', kind: 'document', source: '无障碍访问' },
];
