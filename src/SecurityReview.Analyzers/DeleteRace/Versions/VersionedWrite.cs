using System.Collections.Immutable;

namespace SecurityReview.Analyzers.DeleteRace.Versions;

/// <summary>One method that writes or deletes a versioned thing, and can be told the version that it must still have.</summary>
/// <param name="Type">The metadata name of the type that declares it.</param>
/// <param name="Method">The name; its variant with the suffix Async counts too.</param>
/// <param name="Condition">The parameter for the version; empty where the method takes none.</param>
/// <param name="Keys">The parameters that say which thing; empty where the client or the object itself says it.</param>
/// <param name="Reads">The methods of the same type that read it, with its version.</param>
internal sealed record VersionedWrite(string Type, string Method, string Condition, ImmutableArray<string> Keys, ImmutableArray<string> Reads)
{
    private const string Tables = "Azure.Data.Tables.TableClient";
    private const string Cosmos = "Microsoft.Azure.Cosmos.Container";
    private const string Blob = "Azure.Storage.Blobs.Specialized.BlobBaseClient";

    private static readonly ImmutableArray<string> s_rowKeys = ImmutableArray.Create("partitionKey", "rowKey");
    private static readonly ImmutableArray<string> s_rowReads = ImmutableArray.Create("GetEntity", "GetEntityIfExists");
    private static readonly ImmutableArray<string> s_itemReads = ImmutableArray.Create("ReadItem");
    private static readonly ImmutableArray<string> s_blobReads = ImmutableArray.Create("DownloadContent", "DownloadStreaming", "Download", "GetProperties", "OpenRead");
    private static readonly ImmutableArray<string> s_none = ImmutableArray<string>.Empty;

    public static ImmutableArray<VersionedWrite> All { get; } = ImmutableArray.Create(
        new VersionedWrite(Tables, "UpdateEntity", "ifMatch", s_none, s_rowReads),
        new VersionedWrite(Tables, "DeleteEntity", "ifMatch", s_rowKeys, s_rowReads),
        new VersionedWrite(Tables, "UpsertEntity", "", s_none, s_rowReads),
        new VersionedWrite(Cosmos, "ReplaceItem", "requestOptions", s_none, s_itemReads),
        new VersionedWrite(Cosmos, "UpsertItem", "requestOptions", s_none, s_itemReads),
        new VersionedWrite(Cosmos, "DeleteItem", "requestOptions", ImmutableArray.Create("id"), s_itemReads),
        new VersionedWrite(Blob, "Delete", "conditions", s_none, s_blobReads),
        new VersionedWrite(Blob, "DeleteIfExists", "conditions", s_none, s_blobReads),
        new VersionedWrite(Blob, "Upload", "conditions", s_none, s_blobReads),
        new VersionedWrite("Amazon.DynamoDBv2.DataModel.IDynamoDBContext", "Delete", "", s_none, s_none),
        new VersionedWrite("Amazon.DynamoDBv2.DataModel.IDynamoDBContext", "Save", "", s_none, s_none));

    /// <summary>Whether the thing is gone afterwards; else it is written.</summary>
    public bool IsDelete => Method.StartsWith("Delete", StringComparison.Ordinal);
}
