/** A link that calls. */
export const telephone = (phone: string) => `tel:${phone.replaceAll(/[^\d+]/g, '')}`
