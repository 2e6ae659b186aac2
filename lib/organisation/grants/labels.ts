export const ownApproval = {
  title: "May approve packets that they asked for",
  about:
    "By default nobody may: a second person decides. Give it only where there is no second supervisor. Each such approval is marked as approved by the one who asked.",
};
