import type { PlaneEpsg } from '../../geometry/plane-rectangular.js';
import type { OverlayLayer } from '../overlay/overlay.js';
import type { WorkbenchRest } from '../project/project-file.js';
import { readManholes, readPipes } from '../../network/read-network.js';
import { manholeRoles, pipeRoles, type ManholeFields, type PipeFields } from '../../network/sewer-fields.js';
import { buildNetwork, type SewerNetwork } from '../../network/sewer-network.js';

type Setup = Pick<WorkbenchRest['network'], 'pipeFields' | 'manholeFields' | 'snapMeters' | 'zeroIsMissing'>;

/** The network of two overlays by the kept field mapping; a role whose field is gone reads as missing. */
export function networkOf(
  pipes: OverlayLayer,
  manholes: OverlayLayer | null,
  setup: Setup,
  epsg: PlaneEpsg,
): SewerNetwork {
  const choices = { epsg, zeroIsMissing: setup.zeroIsMissing };
  const pipeFields = Object.fromEntries(
    pipeRoles.map((role) => [role, setup.pipeFields[role] ?? null]),
  ) as PipeFields;
  const manholeFields = Object.fromEntries(
    manholeRoles.map((role) => [role, setup.manholeFields[role] ?? null]),
  ) as ManholeFields;
  return buildNetwork(
    readPipes(pipes.features, pipeFields, choices),
    manholes ? readManholes(manholes.features, manholeFields, choices) : [],
    setup.snapMeters ?? undefined,
  );
}
