import { mergeInternalComponents } from '@tarojs/shared';
import attributes from './attributes.json';

// Template and runtime number a component's attributes by the same table.
mergeInternalComponents(attributes);
