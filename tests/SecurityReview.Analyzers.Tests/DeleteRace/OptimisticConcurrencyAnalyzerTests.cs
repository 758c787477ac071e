using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

public class OptimisticConcurrencyAnalyzerTests
{
    private const string GetDevice = "var device = (await table.GetEntityAsync<Device>(\"a\", id, cancellationToken: ct)).Value; ";
    private const string ReadJob = "var job = await container.ReadItemAsync<Job>(id, new PartitionKey(id), cancellationToken: ct); ";

    [Theory]
    [InlineData(GetDevice + "device.State = \"on\"; await table.[|UpdateEntityAsync|](device, ETag.All, TableUpdateMode.Replace, ct);")]
    [InlineData(GetDevice + "if (device.State == \"on\") return false; await table.[|DeleteEntityAsync|](device.PartitionKey, device.RowKey, ETag.All, ct);")]
    [InlineData(GetDevice + "await table.[|UpdateEntityAsync|](device, ifMatch: new ETag(\"*\"), cancellationToken: ct);")]
    [InlineData(ReadJob + "await container.[|ReplaceItemAsync|](job.Resource, id, requestOptions: new ItemRequestOptions { IfMatchEtag = \"*\" }, cancellationToken: ct);")]
    [InlineData("await dynamo.[|DeleteAsync|]<Job>(id, new DeleteConfig { SkipVersionCheck = true }, ct);")]
    [Clause(RuleIds.OptimisticConcurrencyBypassed, "any-version", Verdict.Reports)]
    public Task AnyVersion_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("await table.DeleteEntityAsync(\"a\", id, ETag.All, ct);")]
    [InlineData(GetDevice + "device.State = \"on\"; await table.UpdateEntityAsync(device, device.ETag, TableUpdateMode.Replace, ct);")]
    [InlineData("await dynamo.DeleteAsync<Job>(id, ct);")]
    [InlineData("await dynamo.DeleteAsync<Job>(id, new DeleteConfig { SkipVersionCheck = false }, ct);")]
    [Clause(RuleIds.OptimisticConcurrencyBypassed, "any-version", Verdict.IsSilent)]
    public Task ReadVersionOrNone_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData(ReadJob + "job.Resource.State = \"done\"; await container.[|ReplaceItemAsync|](job.Resource, id, cancellationToken: ct);")]
    [InlineData("Job job = await container.ReadItemAsync<Job>(id, new PartitionKey(id)); job.State = \"done\"; await container.[|UpsertItemAsync|](job);")]
    [InlineData(ReadJob + "if (job.Resource.State != \"draft\") return false; await container.[|DeleteItemAsync|]<Job>(id, new PartitionKey(id), cancellationToken: ct);")]
    [InlineData("var device = await table.GetEntityAsync<Device>(\"a\", id); if (device.Value.State == \"on\") return false; await table.[|DeleteEntityAsync|](\"a\", id);")]
    [InlineData(GetDevice + "device.State = \"on\"; await table.[|UpsertEntityAsync|](device);")]
    [InlineData("var text = (await blob.DownloadContentAsync()).Value.Content.ToString(); await blob.[|UploadAsync|](BinaryData.FromString(text + id), overwrite: true);")]
    [Clause(RuleIds.OptimisticConcurrencyBypassed, "missing-condition", Verdict.Reports)]
    public Task WriteAfterARead_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData(ReadJob + "job.Resource.State = \"done\"; await container.ReplaceItemAsync(job.Resource, id, requestOptions: new ItemRequestOptions { IfMatchEtag = job.ETag }, cancellationToken: ct);")]
    [InlineData(ReadJob + "await container.DeleteItemAsync<Job>(id, new PartitionKey(id), cancellationToken: ct);")]
    [InlineData(ReadJob + "if (job.Resource is null) return false; await container.DeleteItemAsync<Job>(id, new PartitionKey(id), cancellationToken: ct);")]
    [InlineData(ReadJob + "if (job.Resource.State == \"x\") return false; await container.DeleteItemAsync<Job>(id + \"-log\", new PartitionKey(id), cancellationToken: ct);")]
    [InlineData("await container.UpsertItemAsync(new Job { id = id });")]
    [InlineData("await blob.UploadAsync(BinaryData.FromString(id), overwrite: true);")]
    [InlineData("var properties = await blob.GetPropertiesAsync(); await blob.UploadAsync(BinaryData.FromString(id), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfMatch = properties.Value.ETag } });")]
    [InlineData("await s_gate.WaitAsync(ct); " + ReadJob + "job.Resource.State = \"done\"; await container.ReplaceItemAsync(job.Resource, id, cancellationToken: ct); s_gate.Release();")]
    [Clause(RuleIds.OptimisticConcurrencyBypassed, "missing-condition", Verdict.IsSilent)]
    public Task OtherWrite_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("return await db.Database.[|ExecuteSqlAsync|]($\"DELETE FROM Prices WHERE Id = {key}\", ct) > 0;")]
    [InlineData("return await db.Database.[|ExecuteSqlRawAsync|](\"DELETE FROM Offers WHERE Id = {0}\", [key], ct) > 0;")]
    [InlineData("var offer = await db.Offers.FindAsync(key); if (offer is null || offer.Closed) return false; return await db.Offers.Where(x => x.Id == key).[|ExecuteDeleteAsync|](ct) > 0;")]
    [Clause(RuleIds.OptimisticConcurrencyBypassed, "raw-delete", Verdict.Reports)]
    public Task VersionedRow_Reports(string body) => ReportsAsync(body);

    [Theory]
    [InlineData("return await db.Database.ExecuteSqlAsync($\"DELETE FROM Notes WHERE Id = {key}\", ct) > 0;")]
    [InlineData("return await db.Database.ExecuteSqlAsync($\"DELETE FROM Offers WHERE Id = {key} AND Version = {3}\", ct) > 0;")]
    [InlineData("return await db.Offers.Where(x => x.Id == key).ExecuteDeleteAsync(ct) > 0;")]
    [InlineData("var price = await db.Prices.SingleAsync(x => x.Id == key, ct); return await db.Prices.Where(x => x.Id == key && x.RowVersion == price.RowVersion).ExecuteDeleteAsync(ct) > 0;")]
    [InlineData("return await db.Database.ExecuteSqlAsync($\"DELETE FROM Prices WHERE Amount < {3}\", ct) > 0;")]
    [Clause(RuleIds.OptimisticConcurrencyBypassed, "raw-delete", Verdict.IsSilent)]
    public Task VersionedRowWithVersionOrBulk_IsSilent(string body) => IsSilentAsync(body);

    [Theory]
    [InlineData("async Task Inner() { var device = (await table.GetEntityAsync<Device>(\"a\", id)).Value; await table.[|UpsertEntityAsync|](device); } await Inner();")]
    [InlineData("Func<Device, Task> update = device => table.[|UpdateEntityAsync|](device, mode: TableUpdateMode.Merge, ifMatch: ETag.All); await update(new Device());")]
    public Task LambdaAndLocalFunction_Report(string body) => ReportsAsync(body.Replace("device => table", "async given => { var device = given; await table", StringComparison.Ordinal).Replace("ifMatch: ETag.All);", "ifMatch: ETag.All); };", StringComparison.Ordinal));

    [Fact]
    public Task HalfTypedCode_Runs() =>
        Verify<OptimisticConcurrencyAnalyzer>.RunsAsync(VersionCode.In("await table.UpdateEntityAsync(device, ETag.; await container.ReplaceItemAsync(; db.Prices.Where(x => x.).ExecuteDelete("), new Setting { Broken = true });

    private static Task ReportsAsync(string body) => Verify<OptimisticConcurrencyAnalyzer>.ReportsAsync(VersionCode.In(body));

    private static Task IsSilentAsync(string body) => Verify<OptimisticConcurrencyAnalyzer>.IsSilentAsync(VersionCode.In(body));
}
