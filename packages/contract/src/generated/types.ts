// Generated from openapi/*.yaml by scripts/generate.ts: change the sources, not this file.

export interface paths {
    "/v1/capabilities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read what this backend can do */
        get: operations["getCapabilities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Read who I am */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List customers
         * @description By name unless `sort` says otherwise. A customer sees only their own record.
         */
        get: operations["listCustomers"];
        put?: never;
        /** Make a customer */
        post: operations["createCustomer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        /** Read a customer */
        get: operations["getCustomer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a customer */
        patch: operations["updateCustomer"];
        trace?: never;
    };
    "/v1/customers/{id}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        /** Read a customer with what matters now */
        get: operations["getCustomerSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/contact-points/{contactPointId}/reveal": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
                /** @description The contact point. */
                contactPointId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a contact point in full
         * @description For customers their own, for others with the scope `pii.reveal`. Leaves an audit entry.
         */
        post: operations["revealContactPoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        /**
         * List how a customer is graded
         * @description Latest first. A customer sees their own tier only.
         */
        get: operations["listAssessments"];
        put?: never;
        /** Grade a customer */
        post: operations["createAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/account-team": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        /** List who looks after a customer */
        get: operations["listAccountTeam"];
        put?: never;
        /** Put a person in the team */
        post: operations["addTeamMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customers/{id}/account-team/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
                /** @description Identifier of the membership. */
                memberId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        /** Read a member of the team */
        get: operations["getTeamMember"];
        put?: never;
        post?: never;
        /**
         * Take a person out of the team
         * @description The last member cannot be taken out.
         */
        delete: operations["removeTeamMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List contacts */
        get: operations["listContacts"];
        put?: never;
        /** Make a contact */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        /** Read a contact */
        get: operations["getContact"];
        put?: never;
        post?: never;
        /** Remove a contact */
        delete: operations["deleteContact"];
        options?: never;
        head?: never;
        /** Change a contact */
        patch: operations["updateContact"];
        trace?: never;
    };
    "/v1/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List interactions
         * @description Latest first unless `sort` says otherwise. A customer sees their own public ones.
         */
        get: operations["listInteractions"];
        put?: never;
        /** Log an interaction */
        post: operations["createInteraction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/interactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        /** Read an interaction */
        get: operations["getInteraction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/service-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List service requests
         * @description Newest change first unless `sort` says otherwise. A customer sees their own.
         */
        get: operations["listServiceRequests"];
        put?: never;
        /**
         * Make a service request
         * @description A guest may submit the kinds that say so. The one who takes the contact owns it from the first moment.
         */
        post: operations["createServiceRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/service-requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        /** Read a service request */
        get: operations["getServiceRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a service request */
        patch: operations["updateServiceRequest"];
        trace?: never;
    };
    "/v1/service-requests/{id}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a service request to another state
         * @description Withdrawing is a move to `cancelled`, reopening a move from `resolved` or `closed` back to `inProgress`.
         */
        post: operations["transitionServiceRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/service-requests/{id}/urges": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Urge the handler
         * @description Counted, logged and shown to the handler. Not before `urgeAllowedAt`.
         */
        post: operations["urgeServiceRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/service-requests/{id}/assignments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dispatch a service request */
        post: operations["assignServiceRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/service-requests/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        /**
         * List the log of a service request
         * @description Oldest first unless `sort` says otherwise. A customer gets the public entries.
         */
        get: operations["listEntries"];
        put?: never;
        /** Reply to or comment on a service request */
        post: operations["createEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file
         * @description The body is the file itself. `Content-Type` is its media type, `Content-Disposition` carries its name (`attachment; filename*=UTF-8''photo.jpg`). A file that no request or entry takes up within a day is removed.
         */
        post: operations["uploadAttachment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        /** Read a file's record */
        get: operations["getAttachment"];
        put?: never;
        post?: never;
        /** Remove a file that nothing uses yet */
        delete: operations["deleteAttachment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attachments/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        /**
         * Download a file
         * @description Always sent as a download, never to be shown in place by a browser.
         */
        get: operations["getAttachmentContent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/code-lists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the code lists */
        get: operations["listCodeLists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/code-lists/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the list. */
                name: string;
            };
            cookie?: never;
        };
        /** Read a code list */
        get: operations["getCodeList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the feed of changes
         * @description Without `after` it starts now and returns an empty page with a cursor; `earliest` starts at the oldest change kept.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changes/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the feed of changes
         * @description Server-sent events. First an event `ready` whose id is the cursor now, then events `change` whose id is the change's id and whose data is the change. A comment at least every 20 seconds. 204 tells the client to stop for good, 410 to read everything again.
         */
        get: operations["streamChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ratings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List ratings
         * @description Latest first. A customer sees their own.
         */
        get: operations["listRatings"];
        put?: never;
        /** Rate */
        post: operations["createRating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ratings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        /** Read a rating */
        get: operations["getRating"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/satisfaction-indices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List satisfaction indices
         * @description A guest and a customer see the public ones and, the customer, their own.
         */
        get: operations["listSatisfactionIndices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/satisfaction-indices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        /** Read a satisfaction index with its series */
        get: operations["getSatisfactionIndex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Who looks after the customer. */
        AccountTeamSection: {
            status: components["schemas"]["SectionStatus"];
            /** @description The team. */
            data?: components["schemas"]["TeamMember"][];
        };
        /** @description The customer's name in another language or script. */
        AlternateName: {
            /** @description BCP 47 tag. */
            language: string;
            /** @description The name. */
            name: string;
        };
        /** @description One judgement with where it comes from. Older ones stay as history. */
        Assessment: {
            id: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            kind: components["schemas"]["AssessmentKind"];
            /** @description The grade. */
            code: string;
            labels?: components["schemas"]["Labels"];
            /** @description The same as a number from 0 to 100, where the method gives one. */
            score?: number | null;
            /** @description How it was found. */
            method?: string;
            /** @description Where it comes from, such as `rule` or `manager`. */
            source: string;
            /** @description Why. */
            reason?: string;
            assessor?: components["schemas"]["PartyRef"];
            assessedAt: components["schemas"]["Timestamp"];
            validUntil?: components["schemas"]["Timestamp"];
            /** @description Whether it is the latest of its kind. */
            current: boolean;
        };
        /** @description A new judgement. */
        AssessmentInput: {
            kind: components["schemas"]["AssessmentKind"];
            /** @description The grade. */
            code: string;
            /** @description The same as a number. */
            score?: number;
            /** @description How it was found. */
            method?: string;
            /** @description Where it comes from. */
            source?: string;
            /** @description Why. */
            reason?: string;
            assessedAt?: components["schemas"]["Timestamp"];
            validUntil?: components["schemas"]["Timestamp"];
        };
        /** @description What is judged. */
        AssessmentKind: "segment" | "tier" | "value" | "risk" | "publicOpinion" | "relationGrade" | "lifecycle" | (string & {});
        /** @description A page of judgements. */
        AssessmentList: {
            /** @description The rows. */
            data: components["schemas"]["Assessment"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description The current judgements, one of each kind. */
        AssessmentsSection: {
            status: components["schemas"]["SectionStatus"];
            /** @description The judgements. */
            data?: components["schemas"]["Assessment"][];
        };
        /** @description Who shall hold the request. The owner of the first contact stays. */
        AssignmentInput: {
            handlerId?: components["schemas"]["Id"];
            unitId?: components["schemas"]["Id"];
            /** @description Why. */
            reason?: string;
        };
        /** @description A file. */
        Attachment: {
            id: components["schemas"]["Id"];
            /** @description Name as given. */
            fileName: string;
            /** @description Media type. */
            mediaType: string;
            /** @description Size in bytes. */
            size: number;
            /** @description SHA-256 of the content in hexadecimal. */
            sha256?: string;
            createdAt: components["schemas"]["Timestamp"];
        };
        /** @description What may be uploaded. */
        AttachmentLimits: {
            /** @description Files per request or entry. */
            maxCount: number;
            /** @description Size of one file in bytes. */
            maxBytes: number;
            /** @description Media types taken. */
            mediaTypes: string[];
        };
        /** @description What this backend can do. An operation that is not listed answers `unsupported`. */
        Capabilities: {
            /** @description Version of this document. */
            contractVersion: string;
            /** @description Name of the backend. */
            name: string;
            /** @description Version of the backend. */
            version?: string;
            /** @description Profiles and how far each goes. */
            profiles: components["schemas"]["ProfileCapability"][];
            /** @description By resource name, such as `serviceRequests`. */
            resources: {
                [key: string]: components["schemas"]["ResourceCapability"];
            };
            /** @description Kinds the caller may submit. */
            requestKinds: components["schemas"]["RequestKindDescriptor"][];
            /** @description Channels in use. */
            channels: components["schemas"]["Channel"][];
            attachments: components["schemas"]["AttachmentLimits"];
            changes: components["schemas"]["ChangesCapability"];
            /** @description Languages of the labels. */
            locales: string[];
            /** @description Least time between two urges. */
            urgeCooldownSeconds?: number;
        };
        /** @description A CloudEvents 1.0 event in JSON. `id` grows monotonically and is the cursor. Delivered at least once, in order for one subject. */
        Change: {
            /**
             * @description Version of CloudEvents.
             * @constant
             */
            specversion: "1.0";
            /** @description Cursor of this change. */
            id: string;
            /** @description The backend. */
            source: string;
            /** @description What happened. */
            type: "portico.customer.created" | "portico.customer.updated" | "portico.contact.created" | "portico.contact.updated" | "portico.contact.deleted" | "portico.interaction.created" | "portico.serviceRequest.created" | "portico.serviceRequest.updated" | "portico.entry.created" | "portico.assessment.created" | "portico.accountTeam.updated" | "portico.rating.created" | "portico.satisfactionIndex.updated" | (string & {});
            /** @description Id of the resource that was touched; for an entry, of its request. */
            subject: string;
            time: components["schemas"]["Timestamp"];
            data: components["schemas"]["ChangeData"];
        };
        /** @description What to read again. Carries no personal data. */
        ChangeData: {
            /** @description Kind of the resource. */
            resource: "customers" | "contacts" | "interactions" | "serviceRequests" | "entries" | "assessments" | "accountTeam" | "ratings" | "satisfactionIndices" | (string & {});
            id: components["schemas"]["Id"];
            customerId?: components["schemas"]["Id"];
            /** @description The representation's validator after the change, where the backend knows it. */
            etag?: string;
        };
        /** @description A page of the feed. */
        ChangePage: {
            /** @description The changes, oldest first. */
            data: components["schemas"]["Change"][];
            page: components["schemas"]["ChangePageInfo"];
        };
        /** @description Where the feed goes on. */
        ChangePageInfo: {
            /** @description Value of `after` for the next read. Never null: the feed has no end. */
            nextCursor: string;
            /** @description Whether more is waiting now. */
            hasMore: boolean;
        };
        /** @description How changes can be followed. */
        ChangesCapability: {
            /** @description Whether the feed can be polled. */
            poll: boolean;
            /** @description Whether the feed can be streamed. */
            stream: boolean;
            /** @description Greatest silence of a stream in seconds. */
            heartbeatSeconds?: number;
            /** @description How long a cursor stays good. */
            retentionHours: number;
        };
        /** @description How it reached the provider. */
        Channel: "web" | "phone" | "email" | "sms" | "fax" | "counter" | "field" | "chat" | (string & {});
        /** @description One thing to choose. */
        Choice: {
            /** @description What is sent. */
            code: string;
            labels: components["schemas"]["Labels"];
        };
        /** @description A list of words. */
        CodeList: {
            /** @description Name, such as `requestKinds`. */
            name: string;
            /** @description Changes when the list does. */
            version: string;
            /** @description The words in order. */
            items: components["schemas"]["CodeListItem"][];
        };
        /** @description One word. */
        CodeListItem: {
            /** @description What is stored and sent. */
            code: string;
            labels: components["schemas"]["Labels"];
            /** @description Code of the broader word. */
            parent?: string;
            /** @description Place in the list. */
            order?: number;
            /** @description Whether it is kept for old records only. */
            retired?: boolean;
        };
        /** @description All lists. */
        CodeLists: {
            /** @description The lists. */
            data: components["schemas"]["CodeList"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description A person to talk to at a customer. */
        Contact: {
            id: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            /** @description Name to show. */
            name: string;
            /** @description Job title. */
            title?: string;
            /** @description Role towards the provider, such as `billing`. */
            role?: string;
            /** @description Preferred language as a BCP 47 tag. */
            language?: string;
            preferredChannel?: components["schemas"]["Channel"];
            /** @description Whether this is the first person to talk to. */
            primary?: boolean;
            /** @description How to reach the person, masked. */
            contactPoints: components["schemas"]["ContactPoint"][];
            /** @description The same person in other systems. */
            externalRefs?: components["schemas"]["ExternalRef"][];
            customFields?: components["schemas"]["CustomFields"];
            createdAt: components["schemas"]["Timestamp"];
            updatedAt: components["schemas"]["Timestamp"];
        };
        /** @description A new contact. */
        ContactInput: {
            customerId: components["schemas"]["Id"];
            /** @description Name to show. */
            name: string;
            /** @description Job title. */
            title?: string;
            /** @description Role towards the provider. */
            role?: string;
            /** @description Preferred language as a BCP 47 tag. */
            language?: string;
            preferredChannel?: components["schemas"]["Channel"];
            /** @description Whether this is the first person to talk to. */
            primary?: boolean;
            /** @description How to reach the person. */
            contactPoints?: components["schemas"]["ContactPointInput"][];
            /** @description The same person in other systems. */
            externalRefs?: components["schemas"]["ExternalRef"][];
            customFields?: components["schemas"]["CustomFields"];
        };
        /** @description A page of contacts. */
        ContactList: {
            /** @description The rows. */
            data: components["schemas"]["Contact"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description JSON Merge Patch of a contact. Lists are replaced whole. */
        ContactPatch: {
            /** @description Name to show. */
            name?: string;
            /** @description Job title. */
            title?: string | null;
            /** @description Role towards the provider. */
            role?: string | null;
            /** @description Preferred language as a BCP 47 tag. */
            language?: string | null;
            preferredChannel?: components["schemas"]["Channel"];
            /** @description Whether this is the first person to talk to. */
            primary?: boolean;
            /** @description How to reach the person. */
            contactPoints?: components["schemas"]["ContactPointInput"][];
            customFields?: components["schemas"]["CustomFields"];
        };
        /** @description A way to reach somebody. `value` is masked unless `masked` is false. */
        ContactPoint: {
            id: components["schemas"]["Id"];
            /** @description What kind of contact point it is. */
            type: "phone" | "mobile" | "email" | "address" | "wechat" | "fax" | (string & {});
            /** @description The value, masked by the server as `138****5678`. */
            value: string;
            /** @description Whether parts of the value are hidden. */
            masked: boolean;
            /** @description The owner's word for it, such as `office`. */
            label?: string;
            /** @description Whether this is the preferred one of its type. */
            primary?: boolean;
            verifiedAt?: components["schemas"]["Timestamp"];
        };
        /** @description A contact point to be stored. */
        ContactPointInput: {
            /** @description What kind of contact point it is. */
            type: "phone" | "mobile" | "email" | "address" | "wechat" | "fax" | (string & {});
            /** @description The value in full. */
            value: string;
            /** @description The owner's word for it. */
            label?: string;
            /** @description Whether this is the preferred one of its type. */
            primary?: boolean;
        };
        /** @description Values of fields that this backend adds, described in `/v1/capabilities`. */
        CustomFields: {
            [key: string]: string | number | boolean | null | string[];
        };
        /** @description One customer. What is unknown is absent, never guessed. */
        Customer: {
            id: components["schemas"]["Id"];
            /** @description Number to quote. */
            number?: string;
            kind: components["schemas"]["CustomerKind"];
            /** @description Name to show. */
            displayName: string;
            /** @description The name in other languages. */
            alternateNames?: components["schemas"]["AlternateName"][];
            /** @description Industry pack the customer belongs to, such as `utility`. */
            industry?: string;
            /** @description Preferred language as a BCP 47 tag. */
            language?: string;
            status: components["schemas"]["CustomerStatus"];
            /** @description Current segment. */
            segment?: string;
            /** @description Current tier. */
            tier?: string;
            /** @description The group or firm it belongs to. */
            parent?: components["schemas"]["CustomerRef"] | null;
            /** @description First person of the account team. */
            manager?: components["schemas"]["PartyRef"] | null;
            /** @description How to reach the customer, masked. */
            contactPoints: components["schemas"]["ContactPoint"][];
            /** @description Free marks. */
            tags?: string[];
            /** @description The same customer in other systems. */
            externalRefs?: components["schemas"]["ExternalRef"][];
            customFields?: components["schemas"]["CustomFields"];
            createdAt: components["schemas"]["Timestamp"];
            updatedAt: components["schemas"]["Timestamp"];
        };
        /** @description A new customer. */
        CustomerInput: {
            /** @description Number to quote; unique. */
            number?: string;
            kind: components["schemas"]["CustomerKind"];
            /** @description Name to show. */
            displayName: string;
            /** @description The name in other languages. */
            alternateNames?: components["schemas"]["AlternateName"][];
            /** @description Industry pack. */
            industry?: string;
            /** @description Preferred language as a BCP 47 tag. */
            language?: string;
            status?: components["schemas"]["CustomerStatus"];
            parentId?: components["schemas"]["Id"];
            /** @description How to reach the customer. */
            contactPoints?: components["schemas"]["ContactPointInput"][];
            /** @description Free marks. */
            tags?: string[];
            /** @description The same customer in other systems. */
            externalRefs?: components["schemas"]["ExternalRef"][];
            customFields?: components["schemas"]["CustomFields"];
        };
        /** @description What kind of party the customer is. */
        CustomerKind: "person" | "household" | "organization" | "group" | (string & {});
        /** @description A page of customers. */
        CustomerList: {
            /** @description The rows. */
            data: components["schemas"]["Customer"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description JSON Merge Patch of a customer. Lists are replaced whole. */
        CustomerPatch: {
            /** @description Name to show. */
            displayName?: string;
            /** @description The name in other languages. */
            alternateNames?: components["schemas"]["AlternateName"][];
            /** @description Preferred language as a BCP 47 tag. */
            language?: string | null;
            status?: components["schemas"]["CustomerStatus"];
            /** @description How to reach the customer. */
            contactPoints?: components["schemas"]["ContactPointInput"][];
            /** @description Free marks. */
            tags?: string[];
            customFields?: components["schemas"]["CustomFields"];
        };
        /** @description A customer by name. */
        CustomerRef: {
            id: components["schemas"]["Id"];
            /** @description Name to show. */
            displayName: string;
            /** @description What kind of party the customer is. */
            kind?: "person" | "household" | "organization" | "group" | (string & {});
        };
        /** @description Where the relationship stands. */
        CustomerStatus: "prospect" | "active" | "dormant" | "lost" | (string & {});
        /** @description A customer with what matters now. A section that cannot be had says why and never empties the rest. */
        CustomerSummary: {
            customer: components["schemas"]["Customer"];
            assessments: components["schemas"]["AssessmentsSection"];
            accountTeam: components["schemas"]["AccountTeamSection"];
            requests: components["schemas"]["RequestsSection"];
            interactions: components["schemas"]["InteractionsSection"];
            satisfaction: components["schemas"]["SatisfactionSection"];
        };
        /** @description One line of a request's log. Entries are added, never changed. */
        Entry: {
            id: components["schemas"]["Id"];
            serviceRequestId: components["schemas"]["Id"];
            /** @description What happened. */
            type: "created" | "reply" | "comment" | "stateChange" | "assignment" | "fieldChange" | "urge" | "rating" | "note" | (string & {});
            visibility: components["schemas"]["Visibility"];
            author: components["schemas"]["PartyRef"];
            /** @description What was said. */
            text?: string;
            /** @description Before, for a change of state, holder or field. */
            from?: string | null;
            /** @description After, for a change of state, holder or field. */
            to?: string | null;
            /** @description Name of the changed field. */
            field?: string;
            /** @description Files that came with the entry. */
            attachments: components["schemas"]["Attachment"][];
            customFields?: components["schemas"]["CustomFields"];
            createdAt: components["schemas"]["Timestamp"];
        };
        /** @description A reply (seen by both sides) or a comment (seen as its visibility says). */
        EntryInput: {
            /** @description A reply speaks to the other side; a comment is a note. */
            type: "reply" | "comment" | (string & {});
            /** @description What to say. */
            text: string;
            visibility?: components["schemas"]["Visibility"];
            /** @description Files uploaded before. */
            attachmentIds?: components["schemas"]["Id"][];
        };
        /** @description A page of entries. */
        EntryList: {
            /** @description The rows. */
            data: components["schemas"]["Entry"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description The same thing in another system. */
        ExternalRef: {
            /** @description Name of the other system, such as `open311`. */
            system: string;
            /** @description Identifier there. */
            id: string;
            /**
             * Format: uri
             * @description Where the other system shows it.
             */
            url?: string;
        };
        /** @description A field that a kind or a resource adds, with the rules both sides check. */
        FieldDescriptor: {
            /** @description Member name in `customFields`. */
            name: string;
            /** @description What the value is. A date is `YYYY-MM-DD`. */
            type: "text" | "longText" | "integer" | "number" | "boolean" | "date" | "choice" | "phone" | "email" | (string & {});
            /** @description Whether it must be given. */
            required: boolean;
            labels: components["schemas"]["Labels"];
            help?: components["schemas"]["Labels"];
            /** @description For a choice, what may be chosen. */
            choices?: components["schemas"]["Choice"][];
            /** @description Least number of characters. */
            minLength?: number;
            /** @description Greatest number of characters. */
            maxLength?: number;
            /** @description Least value. */
            minimum?: number;
            /** @description Greatest value. */
            maximum?: number;
            /** @description Regular expression the whole text must match. */
            pattern?: string;
            /** @description Whether the value is masked unless the caller may see it. */
            sensitive?: boolean;
        };
        /** @description One fault of the input. Exactly one of `pointer`, `parameter` and `header` says where. */
        FieldError: {
            /** @description JSON Pointer into the body. */
            pointer?: string;
            /** @description Name of the query or path parameter. */
            parameter?: string;
            /** @description Name of the header. */
            header?: string;
            /** @description What is wrong. */
            code: "required" | "unknown-member" | "type" | "enum" | "format" | "too-short" | "too-long" | "too-small" | "too-large" | "pattern" | "too-many" | "too-few" | "unknown-reference" | "not-allowed" | "in-the-future" | (string & {});
            /** @description A sentence for a developer. */
            message: string;
            /** @description Figures of the rule that was broken, such as `limit`. */
            params?: {
                [key: string]: unknown;
            };
        };
        /** @description Opaque identifier. Never parse it, never sort by it. */
        Id: string;
        /** @description The figure in one period. */
        IndexPoint: {
            /**
             * Format: date
             * @description First day.
             */
            from: string;
            /**
             * Format: date
             * @description Last day.
             */
            to: string;
            /** @description The figure, or null without answers. */
            value: number | null;
            /** @description Number of answers. */
            sampleSize: number;
            /** @description Its interval, or null when none can be told. */
            interval?: components["schemas"]["Interval"] | null;
        };
        /** @description One contact between a customer and the provider. */
        Interaction: {
            id: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            contactId?: components["schemas"]["Id"];
            serviceRequestId?: components["schemas"]["Id"];
            /** @description Who began. */
            direction: "inbound" | "outbound" | (string & {});
            channel: components["schemas"]["Channel"];
            /** @description Why, such as `visit` or `payment`. */
            reason?: string;
            /** @description One line. */
            subject: string;
            /** @description What was said. */
            summary?: string;
            visibility: components["schemas"]["Visibility"];
            agent?: components["schemas"]["PartyRef"];
            /** @description How long it took. */
            durationSeconds?: number;
            occurredAt: components["schemas"]["Timestamp"];
            createdAt: components["schemas"]["Timestamp"];
        };
        /** @description A contact to be logged. */
        InteractionInput: {
            customerId: components["schemas"]["Id"];
            contactId?: components["schemas"]["Id"];
            serviceRequestId?: components["schemas"]["Id"];
            /** @description Who began. */
            direction: "inbound" | "outbound" | (string & {});
            channel: components["schemas"]["Channel"];
            /** @description Why. */
            reason?: string;
            /** @description One line. */
            subject: string;
            /** @description What was said. */
            summary?: string;
            visibility?: components["schemas"]["Visibility"];
            /** @description How long it took. */
            durationSeconds?: number;
            occurredAt?: components["schemas"]["Timestamp"];
        };
        /** @description A page of interactions. */
        InteractionList: {
            /** @description The rows. */
            data: components["schemas"]["Interaction"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description The last contacts. */
        InteractionsSection: {
            status: components["schemas"]["SectionStatus"];
            /** @description Up to five, latest first. */
            data?: components["schemas"]["Interaction"][];
        };
        /** @description Confidence interval of a figure. */
        Interval: {
            /** @description Lower bound. */
            low: number;
            /** @description Upper bound. */
            high: number;
            /** @description Confidence, such as 0.95. */
            level: number;
            /** @description How it was found. */
            method: "wilson" | "normal" | "t" | (string & {});
        };
        /** @description One text in several languages, keyed by BCP 47 tag. `en` is always there. */
        Labels: {
            /** @description English. */
            en: string;
            /** @description Simplified Chinese. */
            "zh-Hans"?: string;
            /** @description Traditional Chinese. */
            "zh-Hant"?: string;
        } & {
            [key: string]: string;
        };
        /** @description Where it is about. At least one of address and coordinates. */
        Location: {
            /** @description Address as written. */
            address?: string;
            /** @description WGS 84 degrees north. */
            latitude?: number;
            /** @description WGS 84 degrees east. */
            longitude?: number;
            /** @description How to find it, such as `behind the school`. */
            note?: string;
        };
        /** @description Who the caller is to this backend. */
        Me: {
            /** @description In what capacity the caller acts. */
            principal: "guest" | "customer" | "agent" | "manager" | "service" | (string & {});
            id?: components["schemas"]["Id"];
            /** @description Name to show. */
            displayName?: string;
            customerId?: components["schemas"]["Id"];
            unitId?: components["schemas"]["Id"];
            /** @description What the caller holds beyond the principal's own rights, such as `pii.reveal`. */
            scopes: string[];
            expiresAt?: components["schemas"]["Timestamp"];
        };
        /** @description Whom a report of misconduct is about. The unit named never sees the report. */
        Misconduct: {
            unitId?: components["schemas"]["Id"];
            /** @description Name or description of the person. */
            person?: string;
        };
        /** @description What happens next, who does it and by when. */
        NextStep: {
            /** @description Code of the step. */
            code: string;
            labels: components["schemas"]["Labels"];
            /** @description Whose turn it is. */
            by?: "provider" | "customer" | (string & {});
            dueAt?: components["schemas"]["Timestamp"];
        };
        /** @description Where the list goes on. */
        PageInfo: {
            /** @description Cursor of the next page, or null at the end. A page may be empty and still have one. */
            nextCursor: string | null;
            /** @description Number of all matching rows, only when asked for with `total=true`; null when it cannot be told. */
            total?: number | null;
        };
        /** @description A person, a team or a system that acts, by name. Never carries contact data. */
        PartyRef: {
            id: components["schemas"]["Id"];
            /** @description Name to show. */
            name: string;
            /** @description In what capacity the party acts. */
            role?: "customer" | "guest" | "agent" | "manager" | "service" | "system" | (string & {});
            /** @description Job title or function. */
            title?: string;
        };
        /** @description How urgent the provider takes it to be. */
        Priority: "low" | "normal" | "high" | "critical" | (string & {});
        /** @description RFC 9457 problem. `type` is one of the catalogue's URIs. */
        Problem: {
            /**
             * Format: uri
             * @description Catalogue URI, `urn:portico:problem:<code>`.
             */
            type: string;
            /** @description Short summary that does not change from occurrence to occurrence. */
            title: string;
            /** @description The HTTP status. */
            status: number;
            /** @description What went wrong here and what to do about it. */
            detail?: string;
            /** @description The occurrence. */
            instance?: string;
            /** @description The last part of `type`. */
            code: "malformed-body" | "invalid-parameter" | "invalid-cursor" | "idempotency-key-missing" | "unauthenticated" | "token-expired" | "forbidden" | "not-found" | "route-not-found" | "method-not-allowed" | "conflict" | "transition-not-allowed" | "action-not-allowed" | "idempotency-in-progress" | "cursor-expired" | "precondition-failed" | "payload-too-large" | "unsupported-media-type" | "validation-failed" | "idempotency-mismatch" | "precondition-required" | "rate-limited" | "internal" | "unsupported" | "unavailable" | "timeout" | (string & {});
            /** @description The single faults of the input. */
            errors?: components["schemas"]["FieldError"][];
            /** @description Same as the `Request-Id` header; quote it to the operator. */
            requestId: string;
            /** @description Whether the same request may succeed later. */
            retryable: boolean;
            /** @description How long to wait before trying again. */
            retryAfterMs?: number;
        };
        /** @description One profile. */
        ProfileCapability: {
            /** @description Name of the profile. */
            id: "core" | "relationship" | "voice" | "holdings" | "loyalty" | "outreach" | "summary" | (string & {});
            /** @description How far it goes. */
            level: "read" | "write" | (string & {});
        };
        /** @description One answer of one customer. */
        Rating: {
            id: components["schemas"]["Id"];
            /** @description What was asked: csat 1 to 5, nps 0 to 10, ces 1 to 7. */
            metric: "csat" | "nps" | "ces" | (string & {});
            /** @description The answer. */
            score: number;
            scale: components["schemas"]["Scale"];
            /** @description In the customer's own words. */
            comment?: string;
            /** @description What the answer is about. */
            topics?: string[];
            serviceRequestId?: components["schemas"]["Id"];
            customerId?: components["schemas"]["Id"];
            unitId?: components["schemas"]["Id"];
            createdAt: components["schemas"]["Timestamp"];
        };
        /** @description An answer. A request takes one rating per metric; without a request a customer gives one a day. */
        RatingInput: {
            /** @description What was asked. */
            metric: "csat" | "nps" | "ces" | (string & {});
            /** @description The answer: csat 1 to 5, nps 0 to 10, ces 1 to 7. */
            score: number;
            /** @description In the customer's own words. */
            comment?: string;
            /** @description What the answer is about. */
            topics?: string[];
            serviceRequestId?: components["schemas"]["Id"];
            customerId?: components["schemas"]["Id"];
        };
        /** @description A page of ratings. */
        RatingList: {
            /** @description The rows. */
            data: components["schemas"]["Rating"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description Something the caller may do with the request now. */
        RequestAction: "reply" | "urge" | "withdraw" | "reopen" | "rate" | "update" | "comment" | "assign" | "transition" | (string & {});
        /** @description What the request is. The kinds this backend takes are in `/v1/capabilities`. */
        RequestKind: "enquiry" | "complaint" | "fault" | "application" | "misconduct" | "suggestion" | "opinion" | "praise" | (string & {});
        /** @description A kind of request and its form. */
        RequestKindDescriptor: {
            code: components["schemas"]["RequestKind"];
            labels: components["schemas"]["Labels"];
            description?: components["schemas"]["Labels"];
            /** @description The fields of its own, in the order of the form. */
            fields: components["schemas"]["FieldDescriptor"][];
            /** @description Whether a place is asked for. */
            location: "none" | "optional" | "required" | (string & {});
            /** @description Whether a guest must say whom to call back. */
            requester?: "none" | "optional" | "required" | (string & {});
            /** @description Whether a guest may submit it. */
            guestAllowed: boolean;
            /** @description Whether nothing about the reporter need be kept. */
            anonymousAllowed: boolean;
            /** @description Whether files may come with it. */
            attachmentsAllowed: boolean;
        };
        /** @description What is remarkable about the request besides its state. */
        RequestMarks: {
            /** @description Whether a promise is past due. */
            overdue: boolean;
            /** @description How often it was urged. */
            urgedCount: number;
            lastUrgedAt?: components["schemas"]["Timestamp"];
            /** @description Whether a supervisor follows it. */
            supervised: boolean;
            /** @description Whether it was reported upward. */
            escalated: boolean;
            /** @description How often it was reopened. */
            reopenedCount: number;
        };
        /** @description How the customer rated the handling. */
        RequestRating: {
            id: components["schemas"]["Id"];
            /** @description What was asked. */
            metric: "csat" | "nps" | "ces" | (string & {});
            /** @description The answer, on the scale of the metric. */
            score: number;
        };
        /**
         * @description The closed set of states, in the words of TMF621. `pending` waits for the customer, `held` for anything else.
         * @enum {string}
         */
        RequestState: "acknowledged" | "inProgress" | "pending" | "held" | "resolved" | "closed" | "rejected" | "cancelled";
        /** @description The backend's own word for where the request stands. Open; `state` is the closed one. */
        RequestStatus: {
            /** @description The backend's code. */
            code: string;
            labels?: components["schemas"]["Labels"];
        };
        /** @description Who asked, when it was not a known customer, or whom to call back. Masked like any contact point. */
        Requester: {
            /** @description Name. */
            name?: string;
            /** @description Telephone number. */
            phone?: string;
            /** @description E-mail address. */
            email?: string;
        };
        /** @description Whom to call back. */
        RequesterInput: {
            /** @description Name. */
            name?: string;
            /** @description Telephone number. */
            phone?: string;
            /**
             * Format: email
             * @description E-mail address.
             */
            email?: string;
        };
        /** @description The requests that are not over. */
        RequestsSection: {
            status: components["schemas"]["SectionStatus"];
            /** @description How many are open. */
            openCount?: number;
            /** @description How many of them are overdue. */
            overdueCount?: number;
            /** @description How many of them were urged. */
            urgedCount?: number;
            /** @description Up to five of them, latest change first. */
            data?: components["schemas"]["ServiceRequest"][];
        };
        /** @description What can be done with one resource. */
        ResourceCapability: {
            /** @description Operation ids that work. */
            operations: string[];
            /** @description Query parameters of the list that filter. */
            filters?: string[];
            /** @description Values of `sort`. */
            sorts?: string[];
            /** @description Greatest `limit`. */
            maxLimit?: number;
            /** @description Fields this backend adds to the resource. */
            customFields?: components["schemas"]["FieldDescriptor"][];
        };
        /** @description Why the full value is needed. Kept in the audit log. */
        RevealInput: {
            /** @description The reason. */
            reason: string;
        };
        /** @description A contact point in full. Never cache it. */
        RevealedContactPoint: {
            id: components["schemas"]["Id"];
            /** @description What kind of contact point it is. */
            type: "phone" | "mobile" | "email" | "address" | "wechat" | "fax" | (string & {});
            /** @description The value in full. */
            value: string;
        };
        /** @description A figure of satisfaction, never without its sample. `value` is null while there is no answer. */
        SatisfactionIndex: {
            id: components["schemas"]["Id"];
            /** @description Short name. */
            code: string;
            labels: components["schemas"]["Labels"];
            definition?: components["schemas"]["Labels"];
            metric: components["schemas"]["SatisfactionMetric"];
            /** @description Industry it belongs to. */
            industry?: string;
            customerId?: components["schemas"]["Id"];
            /** @description The figure. */
            value: number | null;
            scale: components["schemas"]["Scale"];
            /** @description What it should reach. */
            target?: number | null;
            /** @description Number of answers in the period. */
            sampleSize: number;
            /** @description Number of answers from which the figure may be trusted. */
            minimumSample: number;
            /** @description Whether the sample is large enough. */
            reliable: boolean;
            /** @description Its interval, or null when none can be told. */
            interval: components["schemas"]["Interval"] | null;
            /** @description Against the period before; null when there is none. */
            trend?: components["schemas"]["Trend"] | null;
            /**
             * Format: date
             * @description First day of the period.
             */
            from?: string;
            /**
             * Format: date
             * @description Last day of the period.
             */
            to?: string;
            /** @description The periods before, oldest first. In the single read only. */
            series?: components["schemas"]["IndexPoint"][];
            /** @description Whether guests may see it. */
            public: boolean;
            updatedAt: components["schemas"]["Timestamp"];
        };
        /** @description A page of indices. */
        SatisfactionIndexList: {
            /** @description The rows. */
            data: components["schemas"]["SatisfactionIndex"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description CSAT in per cent satisfied, NPS from -100 to 100, CES from 1 to 7, or an index of the backend's own. */
        SatisfactionMetric: "csat" | "nps" | "ces" | "index" | (string & {});
        /** @description What the customer said of the service in the last twelve months. */
        SatisfactionSection: {
            status: components["schemas"]["SectionStatus"];
            metric?: components["schemas"]["SatisfactionMetric"];
            /** @description Mean score, or null without answers. */
            average?: number | null;
            scale?: components["schemas"]["Scale"];
            /** @description Number of answers. */
            sampleSize?: number;
            /** @description The last answer. */
            last?: components["schemas"]["Rating"] | null;
        };
        /** @description The range of a figure. */
        Scale: {
            /** @description Least value. */
            minimum: number;
            /** @description Greatest value. */
            maximum: number;
            /** @description What the figure counts. */
            unit?: "percent" | "points" | (string & {});
        };
        /** @description Whether the section's data is there, and why not. */
        SectionStatus: "available" | "unsupported" | "forbidden" | "failed" | (string & {});
        /** @description What the provider promised, stored when it was promised. */
        ServicePromise: {
            /** @description What was promised. */
            kind: "firstResponse" | "onSite" | "reply" | "resolution" | (string & {});
            dueAt: components["schemas"]["Timestamp"];
            /**
             * Format: date-time
             * @description When it was kept, or null while it is open.
             */
            metAt?: string | null;
            /** @description The rule it comes from. */
            source?: string;
        };
        /** @description Something a customer asked for, followed to its end. `owner` took the first contact and is never empty. */
        ServiceRequest: {
            id: components["schemas"]["Id"];
            /** @description Number to quote on the telephone. */
            number: string;
            kind: components["schemas"]["RequestKind"];
            /** @description One line. */
            title: string;
            /** @description The whole matter. */
            description?: string;
            state: components["schemas"]["RequestState"];
            status: components["schemas"]["RequestStatus"];
            priority: components["schemas"]["Priority"];
            channel: components["schemas"]["Channel"];
            /** @description Line of business it belongs to, such as `utility`, where a backend serves several. */
            industry?: string;
            /** @description The backend's own class of matter. */
            category?: string;
            /** @description BCP 47 tag of the requester's language. */
            language?: string;
            /** @description Whose request it is; null for a guest's. */
            customer?: components["schemas"]["CustomerRef"] | null;
            requester?: components["schemas"]["Requester"];
            /** @description Whether the reporter's identity was not taken down. */
            anonymous: boolean;
            owner: components["schemas"]["PartyRef"];
            /** @description Who works on it now; null until it is dispatched. */
            handler?: components["schemas"]["PartyRef"] | null;
            /** @description The unit that holds it; null until it is dispatched. */
            unit?: components["schemas"]["UnitRef"] | null;
            /** @description Where it is about. */
            location?: components["schemas"]["Location"] | null;
            about?: components["schemas"]["Misconduct"];
            marks: components["schemas"]["RequestMarks"];
            /** @description What was promised for it. */
            promises: components["schemas"]["ServicePromise"][];
            /** @description What comes next; null at the end. */
            nextStep?: components["schemas"]["NextStep"] | null;
            /** @description States the caller may move it to now. */
            allowedTransitions: components["schemas"]["RequestState"][];
            /** @description What the caller may do with it now. */
            allowedActions: components["schemas"]["RequestAction"][];
            urgeAllowedAt?: components["schemas"]["Timestamp"];
            /** @description What was done, or why it was refused, in words for the customer. */
            resolution?: string | null;
            /** @description The customer's rating; null until there is one. */
            rating?: components["schemas"]["RequestRating"] | null;
            /** @description Files that came with the request itself. */
            attachments: components["schemas"]["Attachment"][];
            /** @description The same request in other systems. */
            externalRefs?: components["schemas"]["ExternalRef"][];
            customFields?: components["schemas"]["CustomFields"];
            createdAt: components["schemas"]["Timestamp"];
            updatedAt: components["schemas"]["Timestamp"];
            dueAt?: components["schemas"]["Timestamp"];
            resolvedAt?: components["schemas"]["Timestamp"];
            closedAt?: components["schemas"]["Timestamp"];
        };
        /** @description A new request. `customFields` holds the fields of the kind as `/v1/capabilities` describes them. */
        ServiceRequestInput: {
            kind: components["schemas"]["RequestKind"];
            /** @description One line. */
            title: string;
            /** @description The whole matter. */
            description?: string;
            customerId?: components["schemas"]["Id"];
            requester?: components["schemas"]["RequesterInput"];
            /**
             * @description Only where the kind allows it: nothing about the reporter is kept.
             * @default false
             */
            anonymous?: boolean;
            channel?: components["schemas"]["Channel"];
            priority?: components["schemas"]["Priority"];
            /** @description Line of business it belongs to, such as `utility`, where a backend serves several. */
            industry?: string;
            /** @description The backend's own class of matter. */
            category?: string;
            /** @description BCP 47 tag of the requester's language. */
            language?: string;
            location?: components["schemas"]["Location"];
            about?: components["schemas"]["Misconduct"];
            /** @description Files uploaded before. */
            attachmentIds?: components["schemas"]["Id"][];
            customFields?: components["schemas"]["CustomFields"];
            /** @description The same request in other systems. For principals of kind service. */
            externalRefs?: components["schemas"]["ExternalRef"][];
        };
        /** @description A page of requests. */
        ServiceRequestList: {
            /** @description The rows. */
            data: components["schemas"]["ServiceRequest"][];
            page: components["schemas"]["PageInfo"];
        };
        /** @description JSON Merge Patch of a request. State, holder and log have operations of their own. */
        ServiceRequestPatch: {
            /** @description One line. */
            title?: string;
            /** @description The whole matter. */
            description?: string;
            priority?: components["schemas"]["Priority"];
            /** @description The backend's own class of matter. */
            category?: string | null;
            /** @description Where it is about. */
            location?: components["schemas"]["Location"] | null;
            customFields?: components["schemas"]["CustomFields"];
        };
        /** @description Somebody who looks after the customer. */
        TeamMember: {
            id: components["schemas"]["Id"];
            customerId: components["schemas"]["Id"];
            member: components["schemas"]["PartyRef"];
            /** @description What for. */
            role: "relationshipManager" | "deputyManager" | "serviceManager" | "technicalContact" | "specialist" | (string & {});
            /** @description Whether this is the first person to talk to. */
            primary: boolean;
            /** @description Business telephone. */
            phone?: string;
            /** @description Business e-mail. */
            email?: string;
            since: components["schemas"]["Timestamp"];
            until?: components["schemas"]["Timestamp"];
        };
        /** @description A person to join the team. */
        TeamMemberInput: {
            memberId: components["schemas"]["Id"];
            /** @description What for. */
            role: "relationshipManager" | "deputyManager" | "serviceManager" | "technicalContact" | "specialist" | (string & {});
            /** @description Whether this is the first person to talk to; the one before steps back. */
            primary?: boolean;
        };
        /** @description A page of the team. */
        TeamMemberList: {
            /** @description The rows. */
            data: components["schemas"]["TeamMember"][];
            page: components["schemas"]["PageInfo"];
        };
        /**
         * Format: date-time
         * @description RFC 3339 instant in UTC.
         */
        Timestamp: string;
        /** @description A move to another state. */
        TransitionInput: {
            to: components["schemas"]["RequestState"];
            /** @description The backend's own word for the new status. */
            status?: string;
            /** @description Why; shown to the customer. Required when refusing, withdrawing and reopening. */
            reason?: string;
            /** @description What was done. Required when resolving. */
            resolution?: string;
        };
        /** @description The figure against the period before. */
        Trend: {
            /** @description Which way. */
            direction: "up" | "flat" | "down" | (string & {});
            /** @description Difference in the figure's own unit. */
            change: number;
            /** @description The figure before. */
            previousValue: number;
            /** @description Whether the difference is more than chance would explain. */
            significant?: boolean;
        };
        /** @description A unit of the provider that handles requests, such as a repair crew or a branch. */
        UnitRef: {
            id: components["schemas"]["Id"];
            /** @description Name to show. */
            name: string;
            labels?: components["schemas"]["Labels"];
        };
        /** @description A reminder to the handler. */
        UrgeInput: {
            /** @description Why it is urgent. */
            reason?: string;
        };
        /**
         * @description Internal entries never reach a customer or a guest.
         * @enum {string}
         */
        Visibility: "public" | "internal";
    };
    responses: {
        /** @description Done. There is nothing to return. */
        NoContent: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The representation has not changed. */
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description The request was not carried out. The body says why and what to do. */
        Problem: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description `page.nextCursor` of the page before. Bound to filter and sort. */
        Cursor: string;
        /** @description Only changes that belong to this customer. */
        CustomerId: components["schemas"]["Id"];
        /** @description One key for one intended effect, repeated on every retry. Kept for 24 hours at least. */
        IdempotencyKey: string;
        /** @description The `ETag` of the representation the change was made on. */
        IfMatch: string;
        /** @description The `ETag` already held; an unchanged resource is answered with 304. */
        IfNoneMatch: string;
        /** @description How many rows a page holds at most. */
        Limit: number;
        /** @description Identifier of the resource. */
        PathId: components["schemas"]["Id"];
        /** @description Words to look for. Traditional and simplified Chinese are treated as one. */
        Query: string;
        /** @description Only changes of this kind of resource. */
        Resource: string;
        /** @description Only changes of this resource and, for a request, of its entries. */
        Subject: components["schemas"]["Id"];
        /** @description Whether to count all matching rows. */
        Total: boolean;
    };
    requestBodies: never;
    headers: {
        /** @description Strong validator of this representation. */
        ETag: string;
        /** @description `true` when the answer was stored by an earlier request with the same key. */
        IdempotencyReplayed: string;
        /** @description Address of what was created. */
        Location: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getCapabilities: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` already held; an unchanged resource is answered with 304. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The capabilities. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Capabilities"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Problem"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The caller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCustomers: {
        parameters: {
            query?: {
                /** @description How many rows a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `page.nextCursor` of the page before. Bound to filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Whether to count all matching rows. */
                total?: components["parameters"]["Total"];
                /** @description Words to look for. Traditional and simplified Chinese are treated as one. */
                q?: components["parameters"]["Query"];
                /** @description Of this kind. */
                kind?: components["schemas"]["CustomerKind"];
                /** @description Of this industry. */
                industry?: string;
                /** @description In this status. */
                status?: components["schemas"]["CustomerStatus"];
                /** @description In this segment. */
                segment?: string;
                /** @description In this tier. */
                tier?: string;
                /** @description Belonging to this group or firm. */
                parentId?: components["schemas"]["Id"];
                /** @description With this person in the account team. */
                managerId?: components["schemas"]["Id"];
                /** @description Order; `-` is descending. */
                sort?: "displayName" | "-displayName" | "-updatedAt" | "updatedAt" | "-createdAt" | "createdAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of customers. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createCustomer: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intended effect, repeated on every retry. Kept for 24 hours at least. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomerInput"];
            };
        };
        responses: {
            /** @description The customer. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCustomer: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` already held; an unchanged resource is answered with 304. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The customer. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Problem"];
        };
    };
    updateCustomer: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the representation the change was made on. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["CustomerPatch"];
            };
        };
        responses: {
            /** @description The customer as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Customer"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCustomerSummary: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` already held; an unchanged resource is answered with 304. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The summary. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerSummary"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Problem"];
        };
    };
    revealContactPoint: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intended effect, repeated on every retry. Kept for 24 hours at least. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
                /** @description The contact point. */
                contactPointId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevealInput"];
            };
        };
        responses: {
            /** @description The contact point. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevealedContactPoint"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAssessments: {
        parameters: {
            query?: {
                /** @description How many rows a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `page.nextCursor` of the page before. Bound to filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Whether to count all matching rows. */
                total?: components["parameters"]["Total"];
                /** @description Of this kind. */
                kind?: components["schemas"]["AssessmentKind"];
                /** @description Only the latest of each kind. */
                current?: boolean;
            };
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of judgements. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssessmentList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createAssessment: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intended effect, repeated on every retry. Kept for 24 hours at least. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssessmentInput"];
            };
        };
        responses: {
            /** @description The judgement. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Assessment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listAccountTeam: {
        parameters: {
            query?: {
                /** @description How many rows a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `page.nextCursor` of the page before. Bound to filter and sort. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The team. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMemberList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    addTeamMember: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intended effect, repeated on every retry. Kept for 24 hours at least. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TeamMemberInput"];
            };
        };
        responses: {
            /** @description The member. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMember"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getTeamMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` already held; an unchanged resource is answered with 304. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
                /** @description Identifier of the membership. */
                memberId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamMember"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Problem"];
        };
    };
    removeTeamMember: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the representation the change was made on. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
                /** @description Identifier of the membership. */
                memberId: components["schemas"]["Id"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            default: components["responses"]["Problem"];
        };
    };
    listContacts: {
        parameters: {
            query?: {
                /** @description How many rows a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `page.nextCursor` of the page before. Bound to filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Whether to count all matching rows. */
                total?: components["parameters"]["Total"];
                /** @description Words to look for. Traditional and simplified Chinese are treated as one. */
                q?: components["parameters"]["Query"];
                /** @description At this customer. */
                customerId?: components["schemas"]["Id"];
                /** @description Order; `-` is descending. */
                sort?: "name" | "-name" | "-updatedAt" | "updatedAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of contacts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intended effect, repeated on every retry. Kept for 24 hours at least. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactInput"];
            };
        };
        responses: {
            /** @description The contact. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` already held; an unchanged resource is answered with 304. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Problem"];
        };
    };
    deleteContact: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the representation the change was made on. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            default: components["responses"]["Problem"];
        };
    };
    updateContact: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the representation the change was made on. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ContactPatch"];
            };
        };
        responses: {
            /** @description The contact as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listInteractions: {
        parameters: {
            query?: {
                /** @description How many rows a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `page.nextCursor` of the page before. Bound to filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Whether to count all matching rows. */
                total?: components["parameters"]["Total"];
                /** @description With this customer. */
                customerId?: components["schemas"]["Id"];
                /** @description Through this channel. */
                channel?: components["schemas"]["Channel"];
                /** @description Order; `-` is descending. */
                sort?: "-occurredAt" | "occurredAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of interactions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InteractionList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createInteraction: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intended effect, repeated on every retry. Kept for 24 hours at least. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InteractionInput"];
            };
        };
        responses: {
            /** @description The interaction. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interaction"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getInteraction: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` already held; an unchanged resource is answered with 304. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The interaction. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interaction"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Problem"];
        };
    };
    listServiceRequests: {
        parameters: {
            query?: {
                /** @description How many rows a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `page.nextCursor` of the page before. Bound to filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Whether to count all matching rows. */
                total?: components["parameters"]["Total"];
                /** @description Words to look for. Traditional and simplified Chinese are treated as one. */
                q?: components["parameters"]["Query"];
                /** @description Of this customer. */
                customerId?: components["schemas"]["Id"];
                /** @description In one of these states. */
                state?: components["schemas"]["RequestState"][];
                /** @description Of one of these kinds. */
                kind?: components["schemas"]["RequestKind"][];
                /** @description Through this channel. */
                channel?: components["schemas"]["Channel"];
                /** @description Held by this person. */
                handlerId?: components["schemas"]["Id"];
                /** @description Held by this unit. */
                unitId?: components["schemas"]["Id"];
                /** @description Of this line of business. */
                industry?: string;
                /** @description Past due or not. */
                overdue?: boolean;
                /** @description Urged or not. */
                urged?: boolean;
                /** @description Made at or after. */
                createdAfter?: components["schemas"]["Timestamp"];
                /** @description Made before. */
                createdBefore?: components["schemas"]["Timestamp"];
                /** @description Order; `-` is descending. */
                sort?: "-updatedAt" | "updatedAt" | "-createdAt" | "createdAt" | "dueAt" | "-dueAt";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of requests. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRequestList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createServiceRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intended effect, repeated on every retry. Kept for 24 hours at least. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceRequestInput"];
            };
        };
        responses: {
            /** @description The request, with its number. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRequest"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getServiceRequest: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` already held; an unchanged resource is answered with 304. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRequest"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Problem"];
        };
    };
    updateServiceRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the representation the change was made on. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ServiceRequestPatch"];
            };
        };
        responses: {
            /** @description The request as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRequest"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    transitionServiceRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intended effect, repeated on every retry. Kept for 24 hours at least. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TransitionInput"];
            };
        };
        responses: {
            /** @description The request as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRequest"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    urgeServiceRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intended effect, repeated on every retry. Kept for 24 hours at least. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UrgeInput"];
            };
        };
        responses: {
            /** @description The request as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRequest"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    assignServiceRequest: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intended effect, repeated on every retry. Kept for 24 hours at least. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignmentInput"];
            };
        };
        responses: {
            /** @description The request as it is now. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceRequest"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listEntries: {
        parameters: {
            query?: {
                /** @description How many rows a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `page.nextCursor` of the page before. Bound to filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Whether to count all matching rows. */
                total?: components["parameters"]["Total"];
                /** @description Order; `-` is descending. */
                sort?: "createdAt" | "-createdAt";
            };
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createEntry: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intended effect, repeated on every retry. Kept for 24 hours at least. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EntryInput"];
            };
        };
        responses: {
            /** @description The entry. */
            201: {
                headers: {
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Entry"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    uploadAttachment: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intended effect, repeated on every retry. Kept for 24 hours at least. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
                /** @description The file's name. */
                "Content-Disposition": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": unknown;
                "image/*": unknown;
                "application/pdf": unknown;
                "text/plain": unknown;
            };
        };
        responses: {
            /** @description The file's record. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getAttachment: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` already held; an unchanged resource is answered with 304. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The record. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Attachment"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Problem"];
        };
    };
    deleteAttachment: {
        parameters: {
            query?: never;
            header: {
                /** @description The `ETag` of the representation the change was made on. */
                "If-Match": components["parameters"]["IfMatch"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: components["responses"]["NoContent"];
            default: components["responses"]["Problem"];
        };
    };
    getAttachmentContent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "*/*": string;
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    listCodeLists: {
        parameters: {
            query?: {
                /** @description How many rows a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `page.nextCursor` of the page before. Bound to filter and sort. */
                cursor?: components["parameters"]["Cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The lists. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeLists"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getCodeList: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` already held; an unchanged resource is answered with 304. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Name of the list. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The list. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodeList"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Problem"];
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description How many rows a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description Id of the last change seen. */
                after?: string;
                /** @description Only changes of this resource and, for a request, of its entries. */
                subject?: components["parameters"]["Subject"];
                /** @description Only changes that belong to this customer. */
                customerId?: components["parameters"]["CustomerId"];
                /** @description Only changes of this kind of resource. */
                resource?: components["parameters"]["Resource"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes after the cursor. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangePage"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    streamChanges: {
        parameters: {
            query?: {
                /** @description Id of the last change seen. */
                after?: string;
                /** @description Only changes of this resource and, for a request, of its entries. */
                subject?: components["parameters"]["Subject"];
                /** @description Only changes that belong to this customer. */
                customerId?: components["parameters"]["CustomerId"];
                /** @description Only changes of this kind of resource. */
                resource?: components["parameters"]["Resource"];
            };
            header?: {
                /** @description Same as `after`; wins over it. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stream. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            204: components["responses"]["NoContent"];
            default: components["responses"]["Problem"];
        };
    };
    listRatings: {
        parameters: {
            query?: {
                /** @description How many rows a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `page.nextCursor` of the page before. Bound to filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Whether to count all matching rows. */
                total?: components["parameters"]["Total"];
                /** @description By this customer. */
                customerId?: components["schemas"]["Id"];
                /** @description Of this request. */
                serviceRequestId?: components["schemas"]["Id"];
                /** @description Of this metric. */
                metric?: components["schemas"]["SatisfactionMetric"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of ratings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RatingList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    createRating: {
        parameters: {
            query?: never;
            header: {
                /** @description One key for one intended effect, repeated on every retry. Kept for 24 hours at least. */
                "Idempotency-Key": components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatingInput"];
            };
        };
        responses: {
            /** @description The rating. */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rating"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getRating: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` already held; an unchanged resource is answered with 304. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rating. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rating"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Problem"];
        };
    };
    listSatisfactionIndices: {
        parameters: {
            query?: {
                /** @description How many rows a page holds at most. */
                limit?: components["parameters"]["Limit"];
                /** @description `page.nextCursor` of the page before. Bound to filter and sort. */
                cursor?: components["parameters"]["Cursor"];
                /** @description Whether to count all matching rows. */
                total?: components["parameters"]["Total"];
                /** @description Of this industry. */
                industry?: string;
                /** @description Of this metric. */
                metric?: components["schemas"]["SatisfactionMetric"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of indices. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SatisfactionIndexList"];
                };
            };
            default: components["responses"]["Problem"];
        };
    };
    getSatisfactionIndex: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` already held; an unchanged resource is answered with 304. */
                "If-None-Match"?: components["parameters"]["IfNoneMatch"];
            };
            path: {
                /** @description Identifier of the resource. */
                id: components["parameters"]["PathId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The index. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SatisfactionIndex"];
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Problem"];
        };
    };
}
