import type { Table } from "@/tests/support/policy/policy";

/** Every Server Action by file, below app/, and by what its command asks. What needs no session checks for itself. */
export const actions = {
  "(admin)/admin/invitations/actions": {
    "people.write": ["inviteMemberAction", "withdrawInvitationAction"],
  },
  "(admin)/admin/fields/actions": {
    "fields.write": [
      "addCustomFieldAction",
      "amendCustomFieldAction",
      "moveCustomFieldAction",
      "restoreCustomFieldAction",
      "retireCustomFieldAction",
    ],
  },
  "(admin)/admin/lists/actions": {
    "fields.write": ["discardChoicesAction", "moveChoiceAction", "publishChoicesAction", "saveChoiceAction"],
  },
  "(admin)/admin/law/actions": {
    "law.write": [
      "amendProvisionAction",
      "confirmProvisionAction",
      "proclaimDayAction",
      "withdrawDayAction",
      "withdrawProvisionChangeAction",
    ],
  },
  "(admin)/admin/forms/actions": {
    "law.write": ["describeFormAction", "retireFormAction", "savePlacesAction", "uploadFormAction"],
  },
  "(work)/approvals/actions": {
    "access.decide": ["decideAccessAction"],
  },
  "(work)/arrivals/actions": {
    "case.write": ["deleteArrivalAction", "openIntakeAction", "placeArrivalAction"],
  },
  "(admin)/admin/roles/actions": {
    "roles.write": ["askRoleChangeAction", "assignRoleAction", "withdrawRoleChangeAction"],
    "roles.decide": ["decideRoleChangeAction"],
  },
  "(admin)/admin/members/actions": {
    "people.write": [
      "changeRoleAction",
      "endAllSessionsAction",
      "endGrantAction",
      "endSessionsAction",
      "grantOwnApprovalAction",
      "removeMemberAction",
      "renewAccessAction",
      "withdrawRoleAction",
    ],
  },
  "(admin)/admin/api/actions": {
    "people.write": ["endApiTokenAction", "makeApiTokenAction"],
  },
  "(admin)/admin/installation/actions": {
    "people.write": ["askTestMailAction", "proveMailAction", "skipStepAction"],
  },
  "(admin)/admin/settings/actions": {
    "people.write": [
      "describeDeskAction",
      "setChecksAction",
      "setEnquiriesAction",
      "setKeepingAction",
      "setMailDaysAction",
      "setOfflineAction",
      "setPagesAction",
    ],
  },
  "(admin)/admin/texts/actions": {
    "people.write": ["confirmTextAction", "returnTextAction", "rewordTextAction"],
  },
  "(admin)/admin/alerts/actions": {
    "audit.read": ["acknowledgeAlertAction", "allowPasskeyAction", "unlockCodesAction"],
  },
  "(admin)/admin/signature/actions": {
    "signature.write": ["importSigningKeyAction", "makeSigningKeyAction"],
  },
  "(admin)/admin/connectors/actions": {
    "integration.write": [
      "addConnectorAction",
      "addReceivingSystemAction",
      "changeConnectorAction",
      "turnOffConnectorAction",
      "turnOffReceivingSystemAction",
    ],
  },
  "(admin)/admin/webhooks/actions": {
    "integration.write": [
      "addWebhookAction",
      "changeWebhookAction",
      "removeWebhookAction",
      "renewSecretAction",
      "replayMessagesAction",
      "testWebhookAction",
      "turnWebhookAction",
    ],
  },
  "(auth)/first/[secret]/actions": {
    public: ["acknowledgeFirstAction", "askFirstAction", "numberFirstAction", "redeemAction"],
  },
  "(auth)/cover/actions": {
    session: ["uncoverAction"],
  },
  "(auth)/enrol/actions": {
    session: ["enrolTotpAction"],
  },
  "(auth)/notices/actions": {
    session: ["dismissNoticeAction", "endOthersAction"],
  },
  "(auth)/sign-in/code/actions": {
    session: ["proveSecondAction"],
  },
  "(auth)/invitation/actions": {
    public: ["acceptInvitationAction", "readInvitationAction"],
  },
  "(auth)/setup/actions": {
    public: ["claimSetupAction"],
  },
  "(auth)/sign-in/actions": {
    public: ["signInAction", "signInAsAction", "startSsoAction"],
  },
  "(auth)/sign-out/actions": {
    public: ["quickExitAction", "signOutAction"],
  },
  "(auth)/verify/actions": {
    public: ["verifyAction"],
  },
  "(liaison)/portal/[handoverId]/actions": {
    "handover.answer": ["acknowledgeAction", "askAction", "numberAction", "outcomeAction"],
  },
  "(work)/account/security/actions": {
    session: [
      "changePasswordAction",
      "connectSsoAction",
      "disconnectSsoAction",
      "endOtherSessionsAction",
      "endSessionAction",
      "forgetDeviceAction",
      "makeCodesAction",
      "proveAction",
      "removePasskeyAction",
      "removeTotpAction",
      "setTotpAction",
    ],
  },
  "(work)/breaches/actions": {
    "breach.write": [
      "countAffectedAction",
      "draftNoticesAction",
      "noteNoticeSentAction",
      "noteRegulatorToldAction",
      "recordBreachAction",
      "reviewNoticeAction",
    ],
  },
  "(work)/requests/actions": {
    "rights.write": [
      "amendRequestAction",
      "confirmIdentityAction",
      "noteAnswerAction",
      "noteCorrectionAction",
      "recordRequestAction",
      "withdrawRequestAction",
    ],
    "rights.decide": ["decideRequestAction"],
    "case.export": ["askAccessAction"],
  },
  "(work)/keeping/actions": {
    "record.erase": [
      "askErasureAction",
      "decideErasureAction",
      "liftHoldAction",
      "placeHoldAction",
      "postponeDecisionAction",
    ],
    "rights.decide": ["liftRestrictionAction", "placeRestrictionAction"],
  },
  "(work)/account/actions": {
    "case.read": ["makeFeedAction"],
    "case.write": ["agreeToApiTokenAction", "endOwnApiTokenAction"],
    "own.settings": ["revokeFeedAction", "setWishesAction"],
  },
  "(work)/cases/[caseId]/charges/actions": {
    "case.write": ["answerElementsAction", "dropChargeAction", "nameChargeAction", "setAsideOffenceAction"],
  },
  "(work)/cases/[caseId]/close/actions": {
    "case.write": ["closeCaseAction", "reopenCaseAction"],
  },
  "(work)/cases/[caseId]/deadlines/actions": {
    "case.write": [
      "answerClockAction",
      "extendClockAction",
      "pauseClockAction",
      "recordPreservationAction",
      "renewPreservationAction",
      "resumeClockAction",
      "startClockAction",
    ],
  },
  "(work)/cases/[caseId]/documents/forms/actions": {
    "document.write": ["fillFormAction", "makeFileAction", "withdrawFilledFormAction"],
  },
  "(work)/cases/[caseId]/documents/actions": {
    "document.write": [
      "draftDocumentAction",
      "finaliseDocumentAction",
      "markDocumentSentAction",
      "refreshDocumentAction",
      "reopenDocumentAction",
      "saveDocumentAction",
      "swearDocumentAction",
      "withdrawDocumentAction",
    ],
  },
  "(work)/cases/[caseId]/evidence/[exhibitId]/archive/actions": {
    "case.write": ["askPictureAction", "takeOutMemberAction"],
  },
  "(work)/cases/[caseId]/evidence/[exhibitId]/cover/actions": {
    "case.write": ["coverWordsAction", "liftWordCoverAction", "unfoldWordsAction"],
  },
  "(work)/cases/[caseId]/evidence/[exhibitId]/mask/actions": {
    "case.write": ["redactExhibitAction"],
  },
  "(work)/cases/[caseId]/evidence/[exhibitId]/transcript/actions": {
    "case.write": ["keepTranscriptAction", "playRecordingAction", "withdrawTranscriptAction"],
  },
  "(work)/cases/[caseId]/evidence/[exhibitId]/translations/actions": {
    "case.write": ["translateWordsAction", "withdrawTranslationAction"],
  },
  "(work)/cases/[caseId]/evidence/actions": {
    "case.write": [
      "amendExhibitAction",
      "checkExhibitAction",
      "fillGapAction",
      "nameAccountAction",
      "recordCustodyAction",
      "showPlaceAction",
      "takeOverClaimsAction",
    ],
    "exhibit.let_out": ["letOutAction"],
    session: ["proveTakeAction"],
  },
  "(work)/cases/[caseId]/evidence/capture/actions": {
    "case.write": ["endPairingAction", "makePairingAction"],
  },
  "(work)/cases/[caseId]/evidence/certificates/actions": {
    "document.write": ["draftCertificateAction"],
  },
  "(work)/cases/[caseId]/evidence/chats/actions": {
    "case.write": [
      "answerImportAction",
      "makeIncidentsAction",
      "startImportAction",
      "linkSenderAction",
      "unfoldAction",
    ],
    "case.read": ["filterAction"],
  },
  "(work)/cases/[caseId]/charges/acts/[code]/actions": {
    "case.write": ["linkActAction"],
  },
  "(work)/cases/[caseId]/evidence/edit/actions": {
    "case.write": ["amendExhibitsAction"],
  },
  "(work)/cases/[caseId]/evidence/pictures/actions": {
    "case.write": ["clearPicturesAction"],
  },
  "(work)/cases/[caseId]/evidence/stop/actions": {
    "packet.decide": ["liftStopAction"],
    "case.write": ["recordSightingAction", "stopImagesAction"],
  },
  "(work)/cases/[caseId]/client-page/offer/actions": {
    "client.page": ["offerRecordAction"],
  },
  "(work)/cases/[caseId]/client-page/actions": {
    "case.write": [
      "acceptFileAction",
      "acceptFilesAction",
      "agreeSendingAction",
      "askNoticeAction",
      "endPageAction",
      "endPaperAction",
      "noteSeenNewsAction",
      "setFileAsideAction",
      "showStatusAction",
      "withdrawMessageAction",
    ],
    "client.page": ["makePageAction", "offerPaperAction", "writeToClientAction"],
  },
  "(work)/cases/[caseId]/consent/actions": {
    "case.write": ["fileConsentPaperAction", "recordConsentAction", "withdrawConsentAction"],
  },
  "(work)/cases/[caseId]/danger/actions": {
    "case.write": ["assessDangerAction"],
  },
  "(work)/cases/[caseId]/safety/actions": {
    "case.write": [
      "addPlanEntryAction",
      "amendPlanEntryAction",
      "assessRiskAction",
      "decideRiskAction",
      "recordDeviceCheckAction",
      "recordSafetyReviewAction",
      "removePlanEntryAction",
    ],
  },
  "(work)/cases/[caseId]/flags/actions": {
    "case.write": ["raiseFlagAction", "resolveFlagAction"],
  },
  "(work)/cases/[caseId]/referrals/actions": {
    "case.write": [
      "amendReferralFieldsAction",
      "answerReferralAction",
      "endReferralAction",
      "referClientAction",
      "withdrawReferralAction",
    ],
    "handover.deliver": ["sendCaseAction"],
  },
  "(work)/services/actions": {
    "case.write": ["addServiceAction", "amendServiceAction", "retireServiceAction"],
  },
  "(work)/cases/[caseId]/incidents/actions": {
    "case.write": ["amendIncidentAction", "amendIncidentFieldsAction", "logIncidentAction", "linkExhibitAction"],
  },
  "(work)/cases/[caseId]/ladder/[stepKey]/actions": {
    "case.write": ["addPlatformAction", "logReplyAction", "reopenStepAction", "skipStepAction", "submitStepAction"],
  },
  "(work)/cases/[caseId]/letters/actions": {
    "case.write": [
      "endReplyAddressAction",
      "makeReplyAddressAction",
      "proveLetterAction",
      "recordLetterInAction",
      "recordLetterOutAction",
      "withdrawLetterAction",
    ],
  },
  "(work)/cases/[caseId]/notes/actions": {
    "case.write": [
      "addNoteAction",
      "addNoteOnPageAction",
      "amendNoteAction",
      "discardDraftAction",
      "finishNextActAction",
      "pinNoteAction",
      "withdrawNoteAction",
    ],
  },
  "(work)/cases/[caseId]/timeline/actions": {
    "case.read": ["filterTimelineAction"],
  },
  "(work)/cases/[caseId]/packets/new/[kind]/actions": {
    "packet.build": ["draftPacketAction"],
  },
  "(work)/cases/[caseId]/playbook/actions": {
    "case.write": ["movePlaybookAction"],
  },
  "(work)/cases/[caseId]/references/actions": {
    "case.write": [
      "amendReferenceAction",
      "destroySecretAction",
      "recordReferenceAction",
      "revealSecretAction",
      "storeSecretAction",
      "withdrawReferenceAction",
    ],
  },
  "(work)/cases/[caseId]/refusals/actions": {
    "case.write": ["logRefusalAction", "raiseRefusalAction", "settleRefusalAction"],
  },
  "(work)/cases/[caseId]/releases/actions": {
    "case.write": ["recordAuthorityAction", "revokeAuthorityAction", "revokeReleaseAction", "takeOffOfficerAction"],
    "release.write": ["fileScanAction", "grantReleaseAction", "nameOfficersAction"],
  },
  "(work)/cases/[caseId]/reviews/actions": {
    "case.write": ["closeReviewAction", "replyToReviewAction"],
    "case.review": ["writeReviewAction"],
  },
  "(work)/cases/[caseId]/settings/actions": {
    "case.write": [
      "amendCaseFieldsAction",
      "assignCaseAction",
      "changeRiskAction",
      "describeCaseAction",
      "recordConflictAction",
    ],
    "case.review": ["liftConflictAction"],
  },
  "(work)/cases/[caseId]/subjects/actions": {
    "case.write": [
      "addIdentifierAction",
      "addSubjectAction",
      "amendAccountAction",
      "amendIdentifierAction",
      "amendSubjectAction",
      "linkAccountAction",
      "removeIdentifierAction",
      "linkAccountExhibitAction",
      "unlinkAccountExhibitAction",
    ],
  },
  "(work)/cases/[caseId]/takedowns/actions": {
    "case.write": [
      "addTakedownAction",
      "answerTakedownAction",
      "askForCheckAction",
      "dropTakedownAction",
      "numberTakedownAction",
      "recordLooksAction",
      "reportTakedownAction",
      "setCaseChecksAction",
      "trackItemsAction",
      "undoEntryAction",
    ],
  },
  "(work)/cases/[caseId]/transfer/actions": {
    "case.write": ["offerCaseAction", "requestTransferAction", "takeBackOfferAction"],
  },
  "(work)/cases/assign/actions": {
    "case.write": ["beginBatchAction", "finishBatchAction", "runPieceAction"],
  },
  "(work)/cases/flag/actions": {
    "case.write": ["flagCasesAction"],
  },
  "(work)/cases/import/actions": {
    "case.import": ["bringListAction", "correctRowAction", "runImportAction", "saveMappingAction", "stopImportAction"],
  },
  "(work)/cases/new/actions": {
    "case.open": ["searchAction"],
  },
  "(work)/cases/new/details/actions": {
    "case.open": ["openCaseAction"],
  },
  "(work)/cases/search-actions": {
    "case.read": ["searchCasesAction"],
  },
  "(work)/cases/view-actions": {
    "case.read": ["amendViewAction", "chooseListAction", "removeViewAction", "saveViewAction"],
  },
  "(work)/reports/actions": {
    "team.read": ["countAgainAction"],
  },
  "(work)/mail/actions": {
    "case.write": [
      "fileAsExhibitAction",
      "fileMailAction",
      "setMailAsideAction",
      "takeUpMailAction",
      "unfileMailAction",
    ],
    "case.review": ["linkMailAction"],
  },
  "(work)/enquiries/actions": {
    "case.open": [
      "answerEnquiryAction",
      "linkEnquiryAction",
      "noteReadAction",
      "referEnquiryAction",
      "setEnquiryAsideAction",
      "takeUpEnquiryAction",
    ],
  },
  "(work)/clients/[clientId]/actions": {
    "case.write": [
      "amendClientFieldsAction",
      "completeClientAction",
      "noteMinorAction",
      "revealClientAction",
      "setSafeContactAction",
    ],
  },
  "(work)/emergency/actions": {
    "case.open": ["requestEmergencyAccessAction"],
    "case.review": ["decideEmergencyAccessAction", "endEmergencyAccessAction"],
    "case.write": ["seeNoticeAction"],
  },
  "(work)/exports/actions": {
    "case.export": ["askExportAction"],
    "export.release": ["decideExportAction"],
    session: ["proveAction"],
  },
  "(work)/leave/actions": {
    "case.write": ["endAbsenceAction", "recordAbsenceAction"],
  },
  "(work)/offers/[offerId]/actions": {
    "case.write": ["acceptOfferAction", "rejectOfferAction"],
  },
  "(work)/bodies/actions": {
    "directory.confirm": ["addBodyAction", "confirmBodiesAction", "reportBodyAction"],
    "directory.write": [
      "changeBodyAction",
      "mergeBodyAction",
      "restoreBodyAction",
      "retireBodyAction",
      "settleReportAction",
    ],
  },
  "(work)/bodies/import/actions": {
    "directory.write": [
      "cancelBodyImportAction",
      "correctBodyRowAction",
      "decideDifferencesAction",
      "readBodyListAction",
      "runBodyImportAction",
      "setColumnsAction",
      "undoBodyImportAction",
    ],
  },
  "(work)/officers/actions": {
    "directory.write": ["addLiaisonAction", "amendLiaisonAction", "noteCallbackAction"],
  },
  "(work)/packets/[packetId]/actions": {
    "case.write": ["answerQuestionAction", "commentOnPacketAction", "noteRefusalAction", "withdrawPacketAction"],
    "packet.decide": ["approvePacketAction", "returnPacketAction"],
    "handover.deliver": ["askCertificateAction", "deliverPacketAction", "giveAnnexAction"],
  },
  "(work)/packets/[packetId]/build-actions": {
    "packet.build": ["cancelAssemblyAction", "retryAssemblyAction"],
  },
  "(work)/packets/[packetId]/dispatch-actions": {
    "handover.deliver": ["noteDispatchAction"],
  },
  "(work)/packets/[packetId]/first-link-actions": {
    "handover.deliver": ["makeFirstLinkAction", "noteFirstLinkAction", "revokeFirstLinkAction"],
    "packet.decide": ["releaseFirstLinkAction"],
  },
  "(work)/paste-actions": {
    "case.write": ["pasteMessageAction"],
  },
  "(work)/queue-actions": {
    "case.write": ["logContactAction", "sendStepAction", "snoozeItemAction", "wakeItemAction"],
  },
  "(work)/recall-actions": {
    "handover.deliver": ["makeRecallAction", "settleRecallAction"],
  },
  "(work)/deadlines/add/actions": {
    "case.write": ["seekCaseAction"],
  },
  "(work)/search/actions": {
    "case.read": ["seekAction"],
  },
} as const satisfies Record<string, Table>;
