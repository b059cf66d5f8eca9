import { fileURLToPath } from 'node:url';
import { defineConfig } from '@tarojs/cli';
import { Sizes } from './sizes.cjs';

process.env.BROWSERSLIST_ENV = process.env.NODE_ENV;

/** The one Taro build: the WeChat mini-program in dist/miniprogram. There is no H5 build. */
export default defineConfig({
  projectName: 'nuanlin',
  date: '2026-10-1',
  sourceRoot: 'src',
  // `npm run size` builds beside the shipped one, and has the origin of every byte written down.
  outputRoot: process.env.NUANLIN_OUTPUT ?? 'dist/miniprogram',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  plugins: [
    '@tarojs/plugin-framework-react',
    '@tarojs/plugin-platform-weapp',
    '@tarojs/plugin-html',
    fileURLToPath(new URL('./aria/plugin.cjs', import.meta.url)),
  ],
  // NutUI is drawn on 375, our own pages on 750. Taro copies this function's text into the app: it can use nothing outside.
  designWidth: (input) =>
    typeof input === 'object' && /[\\/]@nutui[\\/]/.test(String(input.file)) ? 375 : 750,
  deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
  alias: { '@': fileURLToPath(new URL('../src', import.meta.url)) },
  // With it, what packages share (sub-common) kept the content of an earlier build, whatever was changed since.
  cache: { enable: false },
  // Chinese as it is written: escaped it is twice as long.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  mini: {
    // Taro compiles what lies in src only, unless told of more.
    compile: { include: [fileURLToPath(new URL('../types', import.meta.url))] },
    webpackChain(chain) {
      const path = process.env.NUANLIN_SIZES;
      if (path) chain.plugin('sizes').use(Sizes, [path]);
    },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
  },
});
