using System;
using System.Threading.Tasks;
using Azure;
using Azure.Data.Tables;

namespace Tickets.Stores;

public class GateDevice : ITableEntity
{
    public string PartitionKey { get; set; } = "";
    public string RowKey { get; set; } = "";
    public DateTimeOffset? Timestamp { get; set; }
    public ETag ETag { get; set; }
    public bool IsOpen { get; set; }
}

public class GateDevices(TableClient table)
{
    public async Task<bool> RetireAsync(string hall, string gate)
    {
        GateDevice device = await table.GetEntityAsync<GateDevice>(hall, gate);
        if (device.IsOpen)
            return false;
        await table.DeleteEntityAsync(hall, gate, ETag.All); // expect SECR4008
        return true;
    }

    public async Task<bool> RetireAsSeenAsync(string hall, string gate)
    {
        GateDevice device = await table.GetEntityAsync<GateDevice>(hall, gate);
        if (device.IsOpen)
            return false;
        await table.DeleteEntityAsync(hall, gate, device.ETag); // right
        return true;
    }
}
