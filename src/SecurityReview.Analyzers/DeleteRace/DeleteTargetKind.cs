namespace SecurityReview.Analyzers.DeleteRace;

/// <summary>Where a delete API says which rows it deletes.</summary>
internal enum DeleteTargetKind
{
    /// <summary>The query that it is called on: <c>db.Orders.Where(…).ExecuteDelete()</c>.</summary>
    Query,

    /// <summary>An argument that is SQL text.</summary>
    SqlArgument,

    /// <summary>An argument that is a command made of SQL text and its parameters.</summary>
    CommandArgument,

    /// <summary>The text of the command that it is called on.</summary>
    CommandText,

    /// <summary>An argument that is the key of one row; the entity is the type argument, or that of the receiver.</summary>
    Key,

    /// <summary>An argument that is a condition of the elements of the receiver.</summary>
    Condition,

    /// <summary>An argument that is the key of an entry; what kind of thing that is, only names tell.</summary>
    Entry,

    /// <summary>An argument that is the object itself.</summary>
    Entity,
}
