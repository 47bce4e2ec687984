/** Nature of the intake: derived from the organisation, never chosen (DOMAIN §5, facts 1.6). */

export const intakeNatures = ['concern_report', 'other_information'] as const
/** `concern_report`: anmälan, SoL 19:1, from another board. `other_information`: information på annat sätt, SoL 14:2. */
export type IntakeNature = (typeof intakeNatures)[number]

/** Another board is another authority, so its flag is a report under SoL 19:1; within one board it is information. */
export function natureOfIntake(senderBoardId: string, receiverBoardId: string): IntakeNature {
  return senderBoardId === receiverBoardId ? 'other_information' : 'concern_report'
}
