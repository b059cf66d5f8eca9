/// <reference types="@tarojs/taro" />

declare module '*.css';

/** WeChat's; throws where app.json does not name the plugin. */
declare function requirePlugin(name: string): unknown;
