/** A code of the NHS Organisation Data Service: trusts have 3 or 5 characters, practices 6, sites up to 9. */
export const ODS_CODE = /^[A-Z0-9]{3,10}$/;
