// Lets a passkey fill in a form: the one thing of this site that a browser cannot do without a script.
// A form says with data-passkey whether a passkey is made ("create") or used ("get"), and with data-options what the
// site asks for; without data-options it is fetched from the form's own address when the button is pressed.
"use strict";
(() => {
  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const named = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));

  const asked = (act, { publicKey: key }) => ({
    ...key,
    challenge: bytes(key.challenge),
    ...(act === "create"
      ? {
          user: { ...key.user, id: bytes(key.user.id) },
          excludeCredentials: named(key.excludeCredentials),
          authenticatorSelection: {
            ...key.authenticatorSelection,
            residentKey: "required",
            requireResidentKey: true,
            userVerification: "required",
          },
        }
      : { allowCredentials: named(key.allowCredentials) }),
  });

  const answered = (credential) => {
    const { response } = credential;
    const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
    return {
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      clientExtensionResults: credential.getClientExtensionResults(),
      response: Object.fromEntries(parts.filter((part) => response[part]).map((part) => [part, text(response[part])])),
    };
  };

  const options = async (form) => {
    if (form.dataset.options) return JSON.parse(form.dataset.options);
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    return (await answer.json()).request_options;
  };

  const start = async (form) => {
    const act = form.dataset.passkey;
    const publicKey = asked(act, await options(form));
    const credential = await navigator.credentials[act]({ publicKey });
    form.elements.credential.value = JSON.stringify(answered(credential));
    form.submit();
  };

  if (!window.PublicKeyCredential) return;
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const failed = form.querySelector("[data-passkey-failed]");
    for (const says of form.querySelectorAll("[data-passkey-without]")) says.hidden = true;
    form.querySelector("[data-passkey-button]").hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      failed.hidden = true;
      start(form).catch(() => {
        failed.hidden = false;
      });
    });
  }
})();
