namespace SecurityReview.Tool.Ledger;

/// <summary>How a debt stands, the most urgent first: the groups of the ledger.</summary>
internal enum LedgerState
{
    /// <summary>Its time has come (SECR5003).</summary>
    Expired,

    /// <summary>It is about security and has no ticket (SECR5002).</summary>
    Security,

    /// <summary>A control is commented out or says yes (SECR5004).</summary>
    Disabled,

    /// <summary>What is to decide about security is not written: it refuses everybody by an exception.</summary>
    Undecided,

    /// <summary>A security rule is suppressed without a reason (SECR5005).</summary>
    Suppressed,

    /// <summary>Nobody owns it (SECR5001).</summary>
    Untracked,

    /// <summary>A placeholder waits for a name, a ticket or a day.</summary>
    Unfilled,

    /// <summary>It has what it must have.</summary>
    Tracked,
}
