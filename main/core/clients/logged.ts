import type { ClientDraft } from '../../../app/contract/clients.ts'

/** The fields of a card as the log names them. */
export const logged = ({
  statusId,
  managerId,
  categoryId,
  sourceId,
  priceListId,
  relationIds,
  groupIds,
  custom = {},
  names,
  ...card
}: Partial<ClientDraft>) => ({
  ...card,
  names,
  status: statusId,
  manager: managerId,
  category: categoryId,
  source: sourceId,
  priceList: priceListId,
  relations: relationIds,
  groups: groupIds,
  ...Object.fromEntries(Object.entries(custom).map(([id, value]) => [`custom.${id}`, value])),
})
