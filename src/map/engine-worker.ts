/** The map engine's thread, which must notice too when a file stops coming (an embed's map reads its layers there). */
// @ts-expect-error The package has types for its main module only; nothing of this one is called.
import EngineWorker from 'maplibre-gl/dist/maplibre-gl-worker.mjs';
import { patientFetch } from '../thread/patient-fetch.js';

// The engine's package says that none of its modules does anything by itself; without a use of it this one would be left out.
if (typeof EngineWorker === 'function') self.fetch = patientFetch(self.fetch.bind(self));
