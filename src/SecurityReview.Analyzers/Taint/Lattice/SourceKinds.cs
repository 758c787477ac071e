namespace SecurityReview.Analyzers.Taint.Lattice;

/// <summary>What kind of source a value comes from; a query asks for a set of them.</summary>
[Flags]
internal enum SourceKinds
{
    None = 0,

    /// <summary>A remote caller chose it: requests, uploads, messages, what a listening socket receives.</summary>
    Remote = 1,

    /// <summary>Another server's answer.</summary>
    Response = 1 << 1,

    /// <summary>Console, arguments, environment, configuration, files.</summary>
    Local = 1 << 2,

    /// <summary>Read back from a database (second order).</summary>
    Database = 1 << 3,

    /// <summary>An exception object, its text, stack trace, inner exceptions.</summary>
    ExceptionDetail = 1 << 4,

    /// <summary>The message alone of an exception.</summary>
    ExceptionMessage = 1 << 5,

    /// <summary>An exception within an exception: its message too says what the program is made of.</summary>
    InnerException = 1 << 6,

    /// <summary>Code outside of this compilation may choose it: asked for by who wants to know that nothing but the program itself does.</summary>
    Unknown = 1 << 7,

    /// <summary>Who installs the program may choose it, by a class of settings that is filled from outside.</summary>
    Setting = 1 << 8,

    Untrusted = Remote | Response | Local | Database,

    /// <summary>Whatever is not the program's own.</summary>
    Open = Untrusted | Exception | Unknown | Setting,

    Exception = ExceptionDetail | ExceptionMessage | InnerException,
}
