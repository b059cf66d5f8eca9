export default definePageConfig({ navigationBarTitleText: '暖邻' });
