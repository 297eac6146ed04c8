declare module "moment-business-time" {
  type Moment = {
    isWorkingTime(): boolean;
    workingDiff(other: Moment, unit: string, isFractional?: boolean): number;
    addWorkingTime(count: number, unit: string): Moment;
    subtractWorkingTime(count: number, unit: string): Moment;
    valueOf(): number;
  };
  const moment: ((at: number) => Moment) & { updateLocale(name: string, settings: object): void };
  export default moment;
}
