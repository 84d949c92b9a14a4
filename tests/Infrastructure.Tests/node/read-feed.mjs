// Reads an iCalendar file from standard input with ical.js, strictly, and prints what it understood as JSON.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

ICAL.design.strict = true;
// A property of X- is text unless it says otherwise; ical.js leaves it as written until it is told so.
ICAL.design.icalendar.property['x-wr-calname'] = { defaultType: 'text' };
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, 'utf8')));
const events = calendar.getAllSubcomponents('vevent').map(component => {
  const event = new ICAL.Event(component, { strictExceptions: true });
  return {
    uid: event.uid,
    summary: event.summary,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    zone: event.startDate.zone.tzid,
    sequence: event.sequence,
    status: component.getFirstPropertyValue('status'),
    class: component.getFirstPropertyValue('class'),
    transp: component.getFirstPropertyValue('transp'),
    stamp: component.getFirstPropertyValue('dtstamp').toString(),
  };
});
console.log(JSON.stringify({ name: calendar.getFirstPropertyValue('x-wr-calname'), events }));
