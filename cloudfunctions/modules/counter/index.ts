export { handOvers, handOversBy, tillOf } from './counterStore';
export { handOverIdOf } from './till';
