import type { GoodMiniprogram } from './goodMiniprogram';

/** Something wrong that is put into a good mini-program. */
export interface Fault {
  readonly name: string;
  /** Every gate that must fail, and no other. */
  readonly fails: readonly string[];
  /** What the report must name. */
  readonly names: string;
  plant(miniprogram: GoodMiniprogram): void;
}

const ci = 'miniprogram-ci';

export const faults: readonly Fault[] = [
  {
    name: 'a page on the list is missing',
    fails: ['references', ci],
    names: 'pages/none/none',
    plant: (it) => it.app({ pages: ['pages/home/home', 'pages/mine/mine', 'pages/none/none'] }),
  },
  {
    name: 'a tab names no page of the list',
    fails: [ci],
    names: 'pages/none/none',
    plant: (it) => it.tabBar({ list: [it.tab(0), { ...it.tab(1), pagePath: 'pages/none/none' }] }),
  },
  {
    name: 'only one tab',
    fails: [ci],
    names: 'tabBar',
    plant: (it) => it.tabBar({ list: [it.tab(0)] }),
  },
  {
    name: 'a bad colour',
    fails: [ci],
    names: 'rouge',
    plant: (it) => it.app({ window: { navigationBarBackgroundColor: 'rouge' } }),
  },
  {
    name: 'a page listed in a subpackage and in the main package',
    fails: [ci],
    names: 'packages/extra/pages/deep/deep',
    plant: (it) =>
      it.app({ pages: ['pages/home/home', 'pages/mine/mine', 'packages/extra/pages/deep/deep'] }),
  },
  {
    name: 'a component is missing',
    fails: ['references', ci],
    names: '../../components/none',
    plant: (it) => it.write('pages/mine/mine.json', { usingComponents: { card: '../../components/none' } }),
  },
  {
    name: 'a component without its template',
    fails: ['references', ci],
    names: 'card',
    plant: (it) => it.remove('components/card/card.wxml'),
  },
  {
    name: 'an icon is missing',
    fails: ['references', ci],
    names: 'images/none.png',
    plant: (it) => it.tabBar({ list: [it.tab(0), { ...it.tab(1), iconPath: 'images/none.png' }] }),
  },
  {
    name: 'an icon above 40 KB',
    fails: [ci],
    names: 'iconPath',
    plant: (it) => it.write('images/dot.png', Buffer.alloc(41 * 1024, 7)),
  },
  {
    name: 'a permission without its sentence',
    fails: ['schemas', ci],
    names: 'permission',
    plant: (it) => it.app({ permission: { 'scope.userLocation': {} } }),
  },
  {
    name: 'private information nobody knows',
    fails: ['schemas', ci],
    names: 'requiredPrivateInfos',
    plant: (it) => it.app({ requiredPrivateInfos: ['getSecrets'] }),
  },
  {
    name: 'a wrong type in app.json',
    fails: ['schemas', ci],
    names: 'navigationBarTitleText',
    plant: (it) => it.app({ window: { navigationBarTitleText: 7 } }),
  },
  {
    name: 'a wrong type in a page',
    fails: ['schemas', ci],
    names: 'pages/mine/mine.json',
    plant: (it) => it.write('pages/mine/mine.json', { navigationBarTitleText: 7 }),
  },
  {
    name: 'an unknown key in app.json',
    fails: ['schemas'],
    names: 'colour',
    plant: (it) => it.app({ colour: 'red' }),
  },
  {
    name: 'JSON that is none',
    fails: ['schemas', ci],
    names: 'pages/mine/mine.json',
    plant: (it) => it.write('pages/mine/mine.json', '{ "navigationBarTitleText": }'),
  },
  {
    name: 'broken JavaScript',
    fails: ['scripts'],
    names: 'pages/mine/mine.js',
    plant: (it) => it.write('pages/mine/mine.js', 'Page({ data: { });'),
  },
  {
    name: 'broken wxml',
    fails: ['wcc'],
    names: 'pages/mine/mine.wxml',
    plant: (it) => it.write('pages/mine/mine.wxml', '<view><text></view>'),
  },
  {
    name: 'broken wxss',
    fails: ['wcsc'],
    names: 'pages/home/home.wxss',
    plant: (it) => it.write('pages/home/home.wxss', '.page { color: '),
  },
  {
    name: 'a style sheet that is imported and missing',
    fails: ['references', 'wcsc'],
    names: './none.wxss',
    plant: (it) => it.write('pages/home/home.wxss', '@import "./none.wxss";'),
  },
  {
    name: 'broken wxs',
    fails: ['wcc'],
    names: 'common/money.wxs',
    plant: (it) => it.write('common/money.wxs', 'module.exports = { yuan: function ( { } }'),
  },
  {
    name: 'a template file that is imported and missing',
    fails: ['references'],
    names: './none.wxml',
    plant: (it) => it.write('pages/mine/mine.wxml', '<import src="./none.wxml" />\n<view />'),
  },
  {
    name: 'a wxs file that is missing',
    fails: ['references', 'wcc'],
    names: './none.wxs',
    plant: (it) => it.write('pages/mine/mine.wxml', '<wxs module="a" src="./none.wxs" />\n<view />'),
  },
  {
    name: 'a picture that is missing',
    fails: ['references'],
    names: '/images/none.png',
    plant: (it) => it.write('pages/mine/mine.wxml', '<image src="/images/none.png" />'),
  },
  {
    name: 'a style sheet that names a file of the package',
    fails: ['references'],
    names: '../../images/dot.png',
    plant: (it) => it.write('pages/home/home.wxss', '.page { background: url(../../images/dot.png); }'),
  },
  {
    name: 'a tag nobody provides',
    fails: ['references'],
    names: '<carte>',
    plant: (it) => it.write('pages/mine/mine.wxml', '<carte />'),
  },
  {
    name: 'a required script is missing',
    fails: ['references'],
    names: '../../common/none',
    plant: (it) => it.write('pages/mine/mine.js', `require('../../common/none');\nPage({});`),
  },
  {
    name: 'a template that does not exist',
    fails: ['templates'],
    names: 'line',
    plant: (it) => it.append('pages/home/home.wxml', '<template is="line" />'),
  },
  {
    name: 'a template reached through two imports',
    fails: ['templates'],
    names: 'row',
    plant(it) {
      it.write('common/more.wxml', '<import src="./parts.wxml" />');
      it.write('pages/mine/mine.wxml', '<import src="../../common/more.wxml" />\n<template is="row" />');
    },
  },
  {
    name: 'no template with the beginning that is put together',
    fails: ['templates'],
    names: 'line_',
    plant: (it) => it.append('pages/home/home.wxml', `<template is="{{'line_' + kind}}" />`),
  },
  {
    name: 'a browser name',
    fails: ['globals'],
    names: 'localStorage',
    plant: (it) => it.write('pages/mine/mine.js', `Page({ onLoad() { localStorage.setItem('a', '1'); } });`),
  },
  {
    name: 'code made from text',
    fails: ['globals'],
    names: 'eval',
    plant: (it) => it.write('pages/mine/mine.js', `Page({ onLoad() { eval('1'); } });`),
  },
  {
    name: 'a package above 2 MB',
    fails: ['sizes', ci],
    names: 'packages/extra',
    plant: (it) => it.write('packages/extra/pages/deep/deep.wxss', `/* ${'x'.repeat(2_600_000)} */`),
  },
  {
    name: 'a picture of 250 KB',
    fails: ['sizes', ci],
    names: 'images/large.png',
    plant: (it) => it.write('images/large.png', Buffer.alloc(250 * 1024, 7)),
  },
];
