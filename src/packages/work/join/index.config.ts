export default definePageConfig({ navigationBarTitleText: '登记上岗' });
