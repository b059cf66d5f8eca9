import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** The least PNG: one transparent dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

const app = {
  pages: ['pages/home/home', 'pages/mine/mine'],
  subPackages: [{ root: 'packages/extra', pages: ['pages/deep/deep'] }],
  window: { navigationBarTitleText: '好', navigationBarBackgroundColor: '#ffffff' },
  tabBar: {
    color: '#666666',
    selectedColor: '#c2410c',
    backgroundColor: '#ffffff',
    list: [
      {
        pagePath: 'pages/home/home',
        text: '首页',
        iconPath: 'images/dot.png',
        selectedIconPath: 'images/dot.png',
      },
      {
        pagePath: 'pages/mine/mine',
        text: '我的',
        iconPath: 'images/dot.png',
        selectedIconPath: 'images/dot.png',
      },
    ],
  },
  permission: { 'scope.userLocation': { desc: '找到您的楼栋' } },
  requiredPrivateInfos: ['getLocation'],
  lazyCodeLoading: 'requiredComponents',
  sitemapLocation: 'sitemap.json',
};

const files: Readonly<Record<string, string | Buffer | object>> = {
  'app.json': app,
  'app.js': `require('./common/words');\nApp({});\n`,
  'app.wxss': `@import "./common/base.wxss";\n.page { color: #333; }\n`,
  'sitemap.json': { rules: [{ action: 'allow', page: '*' }] },
  'common/words.js': `module.exports = { hello: '你好' };\n`,
  'common/base.wxss': `.base { padding: 20rpx; }\n`,
  'common/parts.wxml': `<template name="row"><view class="row">{{text}}</view></template>\n`,
  'common/money.wxs': `module.exports = { yuan: function (fen) { return fen / 100 } };\n`,
  'images/dot.png': dot,
  'components/card/card.json': { component: true, usingComponents: {} },
  'components/card/card.js': `Component({ properties: { title: String } });\n`,
  'components/card/card.wxml': `<view class="card">{{title}}<slot /></view>\n`,
  'components/card/card.wxss': `.card { margin: 10rpx; }\n`,
  'pages/home/home.json': {
    navigationBarTitleText: '首页',
    usingComponents: { card: '../../components/card/card' },
  },
  'pages/home/home.js': `const { hello } = require('../../common/words');\nPage({ data: { hello, rows: ['a', 'b'] } });\n`,
  'pages/home/home.wxml': [
    '<import src="../../common/parts.wxml" />',
    '<wxs module="money" src="../../common/money.wxs" />',
    '<view class="page"><text>{{hello}} {{money.yuan(1234)}}</text>',
    '<template wx:for="{{rows}}" wx:key="*this" is="row" data="{{text: item}}" />',
    '<image src="/images/dot.png" /><card title="卡">槽</card></view>',
    '',
  ].join('\n'),
  'pages/home/home.wxss': `.page { background: url("data:image/png;base64,AAAA"); }\n`,
  'pages/mine/mine.json': { navigationBarTitleText: '我的' },
  'pages/mine/mine.js': 'Page({});\n',
  'pages/mine/mine.wxml': '<view>我的</view>\n',
  'packages/extra/pages/deep/deep.json': { navigationBarTitleText: '深' },
  'packages/extra/pages/deep/deep.js': 'Page({});\n',
  'packages/extra/pages/deep/deep.wxml': '<view>深</view>\n',
  'project.config.json': {
    appid: 'touristappid',
    compileType: 'miniprogram',
    miniprogramRoot: './',
    setting: { minified: true, minifyWXML: true, minifyWXSS: true },
  },
};

/** A small mini-program without fault in a folder of its own, to be broken by one test. */
export class GoodMiniprogram {
  readonly folder = mkdtempSync(join(tmpdir(), 'nuanlin-good-'));

  constructor() {
    for (const [path, content] of Object.entries(files)) this.write(path, content);
  }

  write(path: string, content: string | Buffer | object): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content),
    );
  }

  /** Puts text at a file's end. */
  append(path: string, text: string): void {
    this.write(path, `${String(files[path])}${text}`);
  }

  remove(path: string): void {
    rmSync(join(this.folder, path));
  }

  /** Writes `app.json` with some keys changed. */
  app(change: Readonly<Record<string, unknown>>): void {
    this.write('app.json', { ...app, ...change });
  }

  /** Writes `app.json` with a changed tab bar. */
  tabBar(change: Readonly<Record<string, unknown>>): void {
    this.app({ tabBar: { ...app.tabBar, ...change } });
  }

  /** One entry of the tab bar as it is when all is well. */
  tab(index: number): object {
    return app.tabBar.list[index]!;
  }

  delete(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
