/** Organizations that the invented people come from; where all rules are on they are members. */
export const CITIES = 97;

export const cityName = (number: number): string => `City ${number % CITIES}`;

let invented = 0;

/** An invented person who registers; another at every call. */
export function newcomer(answers?: Record<string, unknown>) {
  invented += 1;
  return {
    email: `person${invented}@city${invented % CITIES}.example`,
    firstName: 'Invented',
    lastName: `Person ${invented}`,
    organization: cityName(invented),
    answers,
  };
}
