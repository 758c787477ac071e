using SecurityReview.Analyzers.DeleteRace;
using SecurityReview.Analyzers.Tests.Verifiers;
using SecurityReview.CodeFixes.DeleteRace;

namespace SecurityReview.Analyzers.Tests.DeleteRace;

public class OptimisticConcurrencyFixerTests
{
    [Fact]
    public Task EveryShape_IsRepaired() =>
        VerifyFix<OptimisticConcurrencyAnalyzer, OptimisticConcurrencyFixer>.RepairsAsync(
            VersionCode.In("""
                var device = (await table.GetEntityAsync<Device>("a", id, cancellationToken: ct)).Value;
                        if (device.State == "on")
                            return false;
                        // as it was read
                        await table.[|UpdateEntityAsync|](device, ETag.All, TableUpdateMode.Replace, ct);
                        await table.[|DeleteEntityAsync|]("a", id);
                        var job = await container.ReadItemAsync<Job>(id, new PartitionKey(id), cancellationToken: ct);
                        await container.[|ReplaceItemAsync|](job.Resource, id, cancellationToken: ct);
                        var price = await db.Prices.SingleAsync(x => x.Id == key, ct);
                        await db.Prices.Where(x => x.Id == key).[|ExecuteDeleteAsync|](ct);
                """),
            VersionCode.In("""
                var device = (await table.GetEntityAsync<Device>("a", id, cancellationToken: ct)).Value;
                        if (device.State == "on")
                            return false;
                        // as it was read
                        await table.UpdateEntityAsync(device, device.ETag, TableUpdateMode.Replace, ct);
                        await table.DeleteEntityAsync("a", id, ifMatch: device.ETag);
                        var job = await container.ReadItemAsync<Job>(id, new PartitionKey(id), cancellationToken: ct);
                        await container.ReplaceItemAsync(job.Resource, id, cancellationToken: ct, requestOptions: new ItemRequestOptions { IfMatchEtag = job.ETag });
                        var price = await db.Prices.SingleAsync(x => x.Id == key, ct);
                        await db.Prices.Where(x => x.Id == key && x.RowVersion == price.RowVersion).ExecuteDeleteAsync(ct);
                """));

    [Theory]
    [InlineData("Job job = await container.ReadItemAsync<Job>(id, new PartitionKey(id)); job.State = \"done\"; await container.[|UpsertItemAsync|](job);")]
    [InlineData("var device = (await table.GetEntityAsync<Device>(\"a\", id)).Value; await table.[|UpsertEntityAsync|](device);")]
    [InlineData("await db.Database.[|ExecuteSqlAsync|]($\"DELETE FROM Prices WHERE Id = {key}\", ct);")]
    [InlineData("await dynamo.[|DeleteAsync|]<Job>(id, new DeleteConfig { SkipVersionCheck = true }, ct);")]
    public Task OtherShape_HasNoRepair(string body) => VerifyFix<OptimisticConcurrencyAnalyzer, OptimisticConcurrencyFixer>.OffersNothingAsync(VersionCode.In(body));

    [Fact]
    public Task FixAllWithoutAKey_RepairsTheLaterFindings()
    {
        const string Before = "await db.Database.ExecuteSqlAsync($\"DELETE FROM Prices WHERE Id = {key}\", ct);\n        var device = (await table.GetEntityAsync<Device>(\"a\", id)).Value;\n";
        return NullKeyFixAll<OptimisticConcurrencyAnalyzer, OptimisticConcurrencyFixer>.RepairsAsync(
            VersionCode.In(Before + "        await table.UpdateEntityAsync(device, ETag.All);"), VersionCode.In(Before + "        await table.UpdateEntityAsync(device, device.ETag);"));
    }

    [Fact]
    public Task HalfTypedCode_IsPlanned() =>
        HalfTypedCode.PlansAsync<OptimisticConcurrencyFixer>(VersionCode.In("await table.UpdateEntityAsync(device, ETag.All; await container.ReplaceItemAsync("), RuleIds.OptimisticConcurrencyBypassed);
}
